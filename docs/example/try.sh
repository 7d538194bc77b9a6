#!/usr/bin/env bash
# Builds the example against the artefacts that "mvn package" made of this checkout, and runs it. They are put into
# a local repository that is thrown away, beside everything that Maven has fetched already.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/bom/pom.xml" | head -n 1)
for module in core io; do
  jar=$root/$module/target/assay-$module-$version.jar
  [ -s "$jar" ] || { echo "try.sh: $jar is missing; run mvn package first" >&2; exit 2; }
done

# Links to what is there: a copy would take minutes, and installing into it would leave traces.
fetched=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
repository=$scratch/repository
mkdir -p "$repository/org"
for entry in "$fetched"/*; do
  [ "$(basename "$entry")" = org ] || ln -s "$entry" "$repository/"
done
for entry in "$fetched"/org/*; do
  [ "$(basename "$entry")" = assay ] || ln -s "$entry" "$repository/org/"
done
place() { # artefact, pom, jar
  local folder=$repository/org/assay/$1/$version
  mkdir -p "$folder"
  cp "$2" "$folder/$1-$version.pom"
  [ -z "${3:-}" ] || cp "$3" "$folder/$1-$version.jar"
}
place assay-bom "$root/bom/pom.xml"
place assay-parent "$root/pom.xml"
place assay-core "$root/core/pom.xml" "$root/core/target/assay-core-$version.jar"
place assay-io "$root/io/pom.xml" "$root/io/target/assay-io-$version.jar"

cp -r "$here/pom.xml" "$here/src" "$scratch"
cd "$scratch"
build() {
  mvn -B -q -ntp -Dstyle.color=never ${MAVEN_ARGS_OF_EXAMPLE:-} -Dmaven.repo.local="$repository" test "$@"
}
build dependency:build-classpath -Dmdep.outputFile=classpath.txt
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "target/classes:$(cat classpath.txt)" example.QualityReport "$scratch/report" \
  | tee "$scratch/printed.txt"
grep -qF 'a1 2025-Q1' "$scratch/printed.txt"
for file in index.html report.json summary.txt errors.csv manifest.json; do
  [ -s "$scratch/report/$file" ] || { echo "try.sh: the example wrote no $file" >&2; exit 1; }
done

# What is internal can be compiled against, but the example's own test does not let it through.
cat > src/main/java/example/Intruder.java <<'END'
package example;

final class Intruder {
  static final Class<?> USED = org.assay.internal.GammaSampler.class;
}
END
if build > "$scratch/intruder.txt" 2>&1; then
  echo "try.sh: the example's build lets org.assay.internal through" >&2
  exit 1
fi
grep -q 'uses of org.assay.internal.*example.Intruder' <(tr '\n' ' ' < "$scratch/intruder.txt")
