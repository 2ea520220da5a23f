y=$(awk "BEGIN { print $1 * $2 }")
echo "y = $y"
