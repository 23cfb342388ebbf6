-- Gives the ratelimit filters behind it the values of headers and claims that policies count by, made
-- safe (policies/counted-value.ts), as metadata, which no client can write.
-- Put before this text: `counted_name`, `other_value`, `longest_value`, `claims_filter` and `claims_key`.

local function counted(value)
  if #value <= longest_value and string.find(value, "^[ -~]+$") then return value end
  return other_value
end

-- Dots lead into objects.
local function claim_at(claims, name)
  local at = claims
  for key in string.gmatch(name, "[^.]+") do
    if type(at) ~= "table" then return nil end
    at = at[key]
  end
  return at
end

function envoy_on_request(handle)
  local context = handle:filterContext()
  if context == nil then return end
  local metadata = handle:streamInfo():dynamicMetadata()
  for _, name in ipairs(context:get("headers")) do
    local value = handle:headers():get(name)
    if value ~= nil then metadata:set(counted_name, "header " .. name, counted(value)) end
  end
  local token = metadata:get(claims_filter)
  local claims = token and token[claims_key]
  if claims == nil then return end
  for _, name in ipairs(context:get("claims")) do
    local value = claim_at(claims, name)
    if type(value) == "string" then metadata:set(counted_name, "claim " .. name, counted(value)) end
  end
end
