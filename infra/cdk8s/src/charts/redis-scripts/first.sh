
# Asks a server or a Sentinel. Fails when it refuses, or has not answered after two seconds.
ask() {
  password=$1 address=$2
  shift 2
  REDISCLI_AUTH=$password timeout 2 redis-cli -e -h "${address%:*}" -p "${address##*:}" "$@" 2> /dev/null
}

# Prints the address of the server that takes writes, as a Sentinel has it.
first_by_sentinels() {
  for sentinel in $SENTINELS; do
    answer=$(ask "$SENTINEL_PASSWORD" "$sentinel" sentinel get-master-addr-by-name "$GROUP") || continue
    set -- $answer
    [ $# -eq 2 ] || continue
    echo "$1:$2"
    return
  done
  return 1
}

# The same as a server says of itself, for when no Sentinel is there.
first_by_servers() {
  for server in $SERVERS; do
    role=$(ask "$REDIS_PASSWORD" "$server" role) || continue
    case $role in
      master*) echo "$server" && return ;;
    esac
  done
  return 1
}

# The same again. It tries for some seconds, since a new pod may not be let through at once. When nobody
# answers all of them are starting, and it is the first of the list.
first() {
  for _ in $(seq "$TRIES"); do
    first_by_sentinels && return
    first_by_servers && return
    sleep 1
  done
  echo "${SERVERS%% *}"
}
