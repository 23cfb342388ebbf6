
# Has another server take over when it is this one that takes writes, and waits for that, ten seconds at
# most: nothing is counted between its end and the moment at which the Sentinels miss it. Then it stays
# for $LINGER seconds, until all clients have asked again who is first.
[ "$(first_by_sentinels || true)" = "$SELF" ] || exit 0
for sentinel in $SENTINELS; do
  ask "$SENTINEL_PASSWORD" "$sentinel" sentinel failover "$GROUP" && break
done
for _ in $(seq 50); do
  [ "$(first_by_sentinels || true)" = "$SELF" ] || break
  sleep 0.2
done
sleep "$LINGER"
