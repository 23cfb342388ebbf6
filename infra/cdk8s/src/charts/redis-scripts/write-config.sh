# The config that a server starts with: the reviewed one, and the password.
umask 077
{
  printf 'include %s\n' "$SHARED_CONFIG"
  printf 'requirepass %s\n' "$(quoted "$REDIS_PASSWORD")"
} > "$CONFIG"
