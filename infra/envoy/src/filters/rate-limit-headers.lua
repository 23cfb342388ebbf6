-- Rewrites the rate-limit headers that Envoy's ratelimit filter adds. Envoy knows only the calendar
-- unit that the service counts in; clients are told the policy's true window.
-- `windows` maps the name of a policy to the length of its window in seconds; it is put before this text.
function envoy_on_response(handle)
  local headers = handle:headers()
  local given = headers:get("x-ratelimit-limit")
  if given == nil then return end

  -- `10, 100;w=3600;name="anonymous", 10;w=60;name="login"`: first the limit of the policy with the
  -- least left, then every policy that counted the request. Where two have the same limit the one
  -- with the longer window is named, so that nobody is told to come back too early.
  local limit = string.match(given, "^(%d+)")
  local remaining = string.match(headers:get("x-ratelimit-remaining") or "0", "^(%d+)")
  local name, window
  for quota, candidate in string.gmatch(given, '(%d+);w=%d+;name="([^"]+)"') do
    local length = windows[candidate]
    if quota == limit and length ~= nil and (window == nil or length > window) then
      name, window = candidate, length
    end
  end
  if window == nil then return end

  local now = os.time()
  local reset = (math.floor(now / window) + 1) * window
  local wait = reset - now
  headers:replace("x-ratelimit-limit", limit)
  headers:replace("x-ratelimit-remaining", remaining)
  headers:replace("x-ratelimit-reset", tostring(reset))
  headers:replace("ratelimit-policy", string.format('"%s";q=%s;w=%d', name, limit, window))
  headers:replace("ratelimit", string.format('"%s";r=%s;t=%d', name, remaining, wait))
  if headers:get(":status") == "429" then
    headers:replace("retry-after", tostring(wait))
  end
end
