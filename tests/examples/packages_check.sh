#!/bin/sh
# Compares every answer of examples/packages with what dpkg-query, apt-helper, grep and awk say about the same machine.
# Usage: packages_check.sh PROGRAM. Exits with 77, which CTest takes as "skipped", where there is no dpkg.
set -u
program=$1
status=/var/lib/dpkg/status
helper=/usr/lib/apt/apt-helper
command -v dpkg-query >/dev/null && [ -r $status ] || exit 77

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

# same WHAT EXPECTED_FILE ACTUAL_FILE
same() {
  if diff "$2" "$3" >"$work/diff"; then
    echo "ok: $1 ($(wc -l <"$2") lines)"
  else
    echo "FAILED: $1: expected < and got >"
    head -20 "$work/diff"
    failures=$((failures + 1))
  fi
}

ask() { "$program" --database "sqlite:$work/$database.db" "$@" || echo "failed: $*"; }

# One paragraph to a line of `kind value` lines, read from standard input: names, versions seen first, and the number of
# dependency groups of each strength, of alternatives and of provisions among those versions.
count_paragraphs() {
  awk '
    function bare(text) { sub(/^[ \t]+/, "", text); sub(/[ \t:(].*/, "", text); return text }
    function person(text) { sub(/ +</, " <", text); sub(/[, ]+$/, "", text); return text }
    function flush(   key, field, groups, choices, i, j, n, m) {
      if (!("Package" in value)) return
      names[value["Package"]]
      key = value["Package"] "\n" value["Architecture"] "\n" value["Version"]
      if (value["Version"] != "" && !(key in seen)) {
        seen[key]; ++versions
        if (value["Section"] != "") sections[value["Section"]]
        if (value["Maintainer"] != "") maintainers[person(value["Maintainer"])]
        for (field in strengths) {
          n = split(value[field], groups, ",")
          for (i = 1; i <= n; ++i) {
            if (groups[i] ~ /^[ \t]*$/) continue
            ++count[field]
            m = split(groups[i], choices, "|")
            if (field != "Provides") alternatives += m
            for (j = 1; j <= m; ++j) names[bare(choices[j])]
          }
        }
      }
      for (field in value) delete value[field]
    }
    BEGIN { strengths["Pre-Depends"]; strengths["Depends"]; strengths["Recommends"]; strengths["Suggests"]; strengths["Provides"] }
    /^[ \t]*$/ { flush(); next }
    /^[ \t]/ { value[last] = value[last] $0; next }
    { last = substr($0, 1, index($0, ":") - 1); value[last] = substr($0, length(last) + 2); sub(/^[ \t]+/, "", value[last]) }
    END {
      flush()
      for (name in names) ++n_names
      for (name in sections) ++n_sections
      for (name in maintainers) ++n_maintainers
      print n_names + 0, "package names"
      print versions + 0, "versions"
      print n_sections + 0, "sections"
      print n_maintainers + 0, "maintainers"
      print count["Pre-Depends"] + 0, "dependencies pre_depends"
      print count["Depends"] + 0, "dependencies depends"
      print count["Recommends"] + 0, "dependencies recommends"
      print count["Suggests"] + 0, "dependencies suggests"
      print alternatives + 0, "alternatives"
      print count["Provides"] + 0, "provisions"
    }'
}

# What was imported, against the same paragraphs counted in other ways.
check_counts() {
  ask counts | sed 's/^ *//; s/  */ /g' >"$work/counts"
  grep -v -e paragraphs -e '^[0-9]* versions .' "$work/counts" >"$work/actual"
  count_paragraphs <"$work/paragraphs" >"$work/expected"
  same "counts against awk" "$work/expected" "$work/actual"
  dpkg-query -W -f='${db:Status-Status}\n' | grep -cx installed >"$work/expected"
  sed -n 's/ versions installed$//p' "$work/counts" >"$work/actual"
  same "installed versions against dpkg-query" "$work/expected" "$work/actual"
}

# `from to` for each installed package that names, in Depends or Pre-Depends, an installed one or what it provides.
installed_edges() {
  dpkg-query -W -f='${db:Status-Status}\t${Package}\t${Depends}, ${Pre-Depends}\t${Provides}\n' | awk -F '\t' '
    function name(text) { sub(/^ +/, "", text); sub(/[ :(].*/, "", text); return text }
    $1 == "installed" {
      ++n; package[n] = $2; wants[n] = $3
      provider[$2] = provider[$2] " " $2
      m = split($4, provided, ",")
      for (i = 1; i <= m; ++i) if (name(provided[i]) != "") provider[name(provided[i])] = provider[name(provided[i])] " " $2
    }
    END {
      for (p = 1; p <= n; ++p) {
        m = split(wants[p], wanted, /[,|]/)
        for (i = 1; i <= m; ++i) {
          k = split(provider[name(wanted[i])], targets, " ")
          for (j = 1; j <= k; ++j) if (targets[j] != package[p]) print package[p], targets[j]
        }
      }
    }' | LC_ALL=C sort -u
}

# `direct package` or `indirect package` for all that need $1, or, with columns 1 and 2, all that it needs; by awk.
relatives() {
  awk -v start="$1" -v near="$2" -v far="$3" '
    { next_ones[$near] = next_ones[$near] " " $far }
    END {
      distance[start] = 0; queue[1] = start; last = 1
      for (first = 1; first <= last; ++first) {
        n = split(next_ones[queue[first]], found, " ")
        for (i = 1; i <= n; ++i) if (!(found[i] in distance)) {
          distance[found[i]] = distance[queue[first]] + 1
          queue[++last] = found[i]
        }
      }
      for (i = 2; i <= last; ++i) print (distance[queue[i]] == 1 ? "direct" : "indirect"), queue[i]
    }' "$work/edges" | LC_ALL=C sort
}

# The cycles, by asking of every package what it reaches: slow and simple, where the program is fast and clever.
cycles() {
  awk '
    { targets[$1] = targets[$1] " " $2; nodes[$1]; nodes[$2] }
    function visit(start,   queue, first, last, n, i, found) {
      queue[1] = start; last = 1
      for (first = 1; first <= last; ++first) {
        n = split(targets[queue[first]], found, " ")
        for (i = 1; i <= n; ++i) if (!((start, found[i]) in reach)) { reach[start, found[i]]; queue[++last] = found[i] }
      }
    }
    END {
      for (node in nodes) if (targets[node] != "") visit(node)
      for (left in nodes) if ((left, left) in reach)
        for (right in nodes) if (((left, right) in reach) && ((right, left) in reach)) print left, right
    }' "$work/edges" | LC_ALL=C sort | awk '
    $1 != previous { if (previous != "") print line; previous = $1; line = "" }
    { line = line " " $2 }
    END { if (previous != "") print line }' | sort -u
}

# The question $1 about the five packages that stand most often in column $2 of the edges; $3 is the other column.
check_relatives() {
  for package in $(cut -d' ' -f"$2" "$work/edges" | sort | uniq -c | sort -rn | awk 'NR <= 5 { print $2 }'); do
    ask "$1" "$package" | sed 's/  */ /' >"$work/actual"
    relatives "$package" "$2" "$3" >"$work/expected"
    same "$1 $package" "$work/expected" "$work/actual"
  done
}

check_questions() {
  installed_edges >"$work/edges"
  check_relatives depends 2 1
  check_relatives needs 1 2
  ask orphans >"$work/actual"
  dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | LC_ALL=C sort -u >"$work/installed"
  cut -d' ' -f2 "$work/edges" | LC_ALL=C sort -u | LC_ALL=C comm -23 "$work/installed" - >"$work/expected"
  same "orphans" "$work/expected" "$work/actual"
  ask cycles | sed 's/^ *[0-9]* //' | sort >"$work/actual"
  cycles >"$work/expected"
  same "cycles" "$work/expected" "$work/actual"
  ask maintainers --limit 1000000 | awk '{ print $1 }' >"$work/actual"
  dpkg-query -W -f='${db:Status-Status} ${Maintainer}\n' | grep '^installed .' | sed 's/  */ /g; s/[, ]*$//' | sort | uniq -c | sort -rn |
    awk '{ print $1 }' >"$work/expected"
  same "versions by maintainer" "$work/expected" "$work/actual"
}

# First what dpkg knows, alone.
database=packages
ask import --lists "$work/absent"
cp $status "$work/paragraphs"
check_counts
check_questions

# Then with apt's lists, where there are any, over the same file: the import replaces what was there.
indices=$(find /var/lib/apt/lists -maxdepth 1 -type f -name '*_Packages*' 2>/dev/null | LC_ALL=C sort)
if [ -n "$indices" ] && [ -x $helper ]; then
  ask import
  grep -c '^Package:' $status >"$work/expected"
  for index in $indices; do
    $helper cat-file "$index" >"$work/index"
    grep -c '^Package:' "$work/index" >>"$work/expected"
    { echo; cat "$work/index"; } >>"$work/paragraphs"
  done
  ask counts | awk '/ paragraphs in / { print $1 }' >"$work/actual"
  same "paragraphs of each listing against grep" "$work/expected" "$work/actual"
  check_counts
  check_questions
fi

[ $failures -eq 0 ]
