-- Rewrites the rate-limit headers that Envoy's ratelimit filters add: Envoy knows only the calendar
-- unit that the service counts in, clients are told the policy's true window. Says in the body of a
-- refusal which policy it was, and in the stream's metadata, for the access log, what was decided.
-- Put before this text: `context_header` and `metadata_name`. The policies come with the route.

-- The service may be away for long: one line per worker in this many seconds.
local complaint_interval = 10
local last_complaint = 0

-- What the route says of its policies, read again only when it has changed:
-- `policies` by name, with `length` of the window and of the `unit` that it is counted in, seconds, and
-- `shadow`; `always`, the beginnings of paths of which some policy counts every request.
local known = { version = nil, policies = {}, always = {} }
local function of_route(handle)
  local context = handle:filterContext()
  local version = context and context:get("version")
  if version == nil then return { policies = {}, always = {} } end
  if version ~= known.version then
    known = { version = version, policies = context:get("policies"), always = context:get("always") }
  end
  return known
end

-- One answer of the service, as a filter wrote it:
-- `10, 100;w=3600;name="anonymous", 10;w=60;name="login"`: first the limit of the policy with the
-- least left, then every policy that counted the request. Where two have the same limit the one with
-- the longer window is named, so that nobody is told to come back too early.
local function answer_of(route, limits, remaining, reset)
  local limit = string.match(limits, "^(%d+)")
  local name, policy
  for quota, candidate in string.gmatch(limits, '(%d+);w=%d+;name="([^"]+)"') do
    local found = route.policies[candidate]
    if quota == limit and found ~= nil and (policy == nil or found.length > policy.length) then
      name, policy = candidate, found
    end
  end
  if policy == nil then return nil end
  return {
    name = name,
    policy = policy,
    limit = limit,
    remaining = tonumber(string.match(remaining or "0", "^(%d+)")),
    left = tonumber(string.match(reset or "0", "^(%d+)")),
  }
end

-- Each filter has added its own headers. Those of policies in shadow are no business of the client's.
local function answers_of(route, headers)
  local enforced, shadow
  for at = 0, headers:getNumValues("x-ratelimit-limit") - 1 do
    local answer = answer_of(
      route,
      headers:getAtIndex("x-ratelimit-limit", at),
      headers:getAtIndex("x-ratelimit-remaining", at),
      headers:getAtIndex("x-ratelimit-reset", at)
    )
    if answer ~= nil and answer.policy.shadow then
      shadow = answer
    elseif answer ~= nil and (enforced == nil or answer.remaining < enforced.remaining) then
      enforced = answer
    end
  end
  return enforced, shadow
end

-- The instant at which the window ends, in Unix seconds. The window is that in which the request came, but
-- for those that came in one unit and were counted in the next: the service gives the seconds that are
-- left of the unit that it counted in.
local function end_of(answer, started)
  local length, unit = answer.policy.length, answer.policy.unit
  local unit_end = math.floor((started + answer.left) / unit + 0.5) * unit
  local counted = math.min(math.max(started, unit_end - unit), unit_end - 1)
  return (math.floor(counted / length) + 1) * length
end

-- The request should have been counted, and the answer carries no limit: the service did not answer.
local function complain_if_uncounted(handle, route, path, now)
  for _, beginning in ipairs(route.always) do
    if string.sub(path, 1, #beginning) == beginning then
      handle:streamInfo():dynamicMetadata():set(metadata_name, "outcome", "uncounted")
      if now - last_complaint < complaint_interval then return end
      last_complaint = now
      handle:logErr("the ratelimit service does not answer in time: requests pass uncounted")
      return
    end
  end
end

-- Members that Envoy could not know when it made the problem (RFC 9457, section 3.2).
local function explain(handle, answer, wait)
  local body = handle:body()
  -- An answer to HEAD has none.
  if body == nil then return end
  local text = body:getBytes(0, body:length())
  local detail = string.format(
    'The limit \\"%s\\" allows %s in %d s, and they are used up. Try again in %d s.',
    answer.name, answer.limit, answer.policy.length, wait
  )
  local members = string.format(
    '{"violated-policies":["%s"],"limit":%s,"windowSeconds":%d,"retryAfter":%d,',
    answer.name, answer.limit, answer.policy.length, wait
  )
  text = string.gsub(text, '"detail":"[^"]*"', function() return '"detail":"' .. detail .. '"' end)
  text = string.gsub(text, "^{", function() return members end)
  handle:headers():replace("content-length", tostring(body:setBytes(text)))
end

function envoy_on_response(handle)
  local headers = handle:headers()
  local context = headers:get(context_header)
  if context == nil then return end
  headers:remove(context_header)
  local started, details, path = string.match(context, "^(%d+) (%S+) (%S+)")
  local now = os.time()
  local route = of_route(handle)
  local answer, shadow = answers_of(route, headers)
  local metadata = handle:streamInfo():dynamicMetadata()

  -- Its limit is one more than the policy's: nothing is left only when the policy would have refused.
  if shadow ~= nil and shadow.remaining == 0 then
    metadata:set(metadata_name, "wouldRefuse", shadow.name)
  end
  for _, name in ipairs({ "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset" }) do
    headers:remove(name)
  end
  if answer == nil then
    -- The app has answered, so every filter has let the request pass.
    if details == "via_upstream" then complain_if_uncounted(handle, route, path, now) end
    return
  end

  -- The app may say 429 for reasons of its own.
  local refused = details == "request_rate_limited"
  local reset = end_of(answer, tonumber(started))
  local wait = math.max(reset - now, 0)
  headers:replace("x-ratelimit-limit", answer.limit)
  headers:replace("x-ratelimit-remaining", tostring(answer.remaining))
  headers:replace("x-ratelimit-reset", tostring(reset))
  headers:replace("ratelimit-policy", string.format('"%s";q=%s;w=%d', answer.name, answer.limit, answer.policy.length))
  headers:replace("ratelimit", string.format('"%s";r=%d;t=%d', answer.name, answer.remaining, wait))
  metadata:set(metadata_name, "policy", answer.name)
  metadata:set(metadata_name, "outcome", refused and "refused" or "counted")
  if refused then
    headers:replace("retry-after", tostring(math.max(wait, 1)))
    explain(handle, answer, math.max(wait, 1))
  end
end
