-- Rewrites the rate-limit headers that Envoy's ratelimit filter adds. Envoy knows only the calendar
-- unit that the service counts in; clients are told the policy's true window.
-- Put before this text: `windows`, which maps the name of a policy to { length = seconds, slot = true
-- when Envoy named the window by the time of the request }, `context_header` and `limited_path`.

-- The service may be away for long: one line per worker in this many seconds.
local complaint_interval = 10
local last_complaint = 0

-- The answer of a request that should have been counted carries no limit: the service did not answer.
local function complain(handle, now)
  if now - last_complaint < complaint_interval then return end
  last_complaint = now
  handle:logErr("the ratelimit service does not answer in time: requests pass uncounted")
end

-- `10, 100;w=3600;name="anonymous", 10;w=60;name="login"`: first the limit of the policy with the
-- least left, then every policy that counted the request. Where two have the same limit the one with
-- the longer window is named, so that nobody is told to come back too early.
local function least_left(given)
  local limit = string.match(given, "^(%d+)")
  local name, window
  for quota, candidate in string.gmatch(given, '(%d+);w=%d+;name="([^"]+)"') do
    local known = windows[candidate]
    if quota == limit and known ~= nil and (window == nil or known.length > window.length) then
      name, window = candidate, known
    end
  end
  return limit, name, window
end

-- The instant at which the window ends, in Unix seconds: of the one that Envoy named when the request
-- came, or of the one in which the service counted, which it gives as the seconds that are left.
local function end_of(window, started, now, left)
  local length = window.length
  if window.slot then return (math.floor(started / length) + 1) * length end
  return math.floor((now + left) / length + 0.5) * length
end

function envoy_on_response(handle)
  local headers = handle:headers()
  local context = headers:get(context_header)
  if context == nil then return end
  headers:remove(context_header)
  local started, upstream, path = string.match(context, "^(%d+) (%S+) (%S+)")
  local now = os.time()

  local given = headers:get("x-ratelimit-limit")
  if given == nil then
    local passed_on = upstream ~= nil and upstream ~= "-"
    if passed_on and string.sub(path, 1, #limited_path) == limited_path then complain(handle, now) end
    return
  end

  local limit, name, window = least_left(given)
  if window == nil then return end
  local remaining = string.match(headers:get("x-ratelimit-remaining") or "0", "^(%d+)")
  local left = tonumber(string.match(headers:get("x-ratelimit-reset") or "0", "^(%d+)"))
  local reset = end_of(window, tonumber(started), now, left)
  local wait = math.max(reset - now, 0)
  headers:replace("x-ratelimit-limit", limit)
  headers:replace("x-ratelimit-remaining", remaining)
  headers:replace("x-ratelimit-reset", tostring(reset))
  headers:replace("ratelimit-policy", string.format('"%s";q=%s;w=%d', name, limit, window.length))
  headers:replace("ratelimit", string.format('"%s";r=%s;t=%d', name, remaining, wait))
  if headers:get(":status") == "429" then
    headers:replace("retry-after", tostring(wait))
  end
end
