
# The config of a Sentinel: with whom it has to watch now, the passwords, its name, and an identity that
# follows from that, so that a new pod is no further Sentinel to the others, whose majority it would raise.
umask 077
first=$(first)
# Sentinel does not start while it does not know the address.
until getent hosts "${first%:*}" > /dev/null; do sleep 1; done
{
  sed "s/^\(sentinel monitor [^ ]*\) [^ ]* [0-9]*/\1 ${first%:*} ${first##*:}/" "$SHARED_CONFIG"
  printf 'sentinel myid %s\n' "$(printf %s "$SELF" | sha1sum | cut -c 1-40)"
  printf 'sentinel announce-ip %s\n' "${SELF%:*}"
  printf 'sentinel auth-pass %s %s\n' "$GROUP" "$(quoted "$REDIS_PASSWORD")"
  printf 'requirepass %s\n' "$(quoted "$SENTINEL_PASSWORD")"
  printf 'sentinel sentinel-pass %s\n' "$(quoted "$SENTINEL_PASSWORD")"
} > "$CONFIG"
