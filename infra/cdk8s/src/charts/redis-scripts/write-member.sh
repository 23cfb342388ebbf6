
# The config of a server among several: with the passwords, its name, and whom it follows, if anybody.
umask 077
first=$(first)
{
  printf 'include %s\n' "$SHARED_CONFIG"
  printf 'requirepass %s\n' "$(quoted "$REDIS_PASSWORD")"
  printf 'masterauth %s\n' "$(quoted "$REDIS_PASSWORD")"
  printf 'replica-announce-ip %s\n' "${SELF%:*}"
  [ "$first" = "$SELF" ] || printf 'replicaof %s %s\n' "${first%:*}" "${first##*:}"
} > "$CONFIG"
