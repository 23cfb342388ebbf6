# A value as config files of Redis take it, with any characters.
quoted() {
  printf '"%s"' "$(printf %s "$1" | sed 's/["\\]/\\&/g')"
}
