#!/bin/sh
# Makes the two layers of the image below $1: "java", a runtime of the JDK $2 with the libraries that it needs of this system, and
# "app", the program $3. The same JDK and system give the same files.
set -eu
root=$1 jdk=$2 jar=$3

# What jdeps finds in the jar, and what is found by name only: elliptic curves and DNS by providers, sockets' times by Hazelcast.
modules=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting
modules=$modules,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported

rm -rf "$root"
mkdir -p "$root/java/opt" "$root/java/etc" "$root/java/tmp" "$root/app/opt/hookline/conf" "$root/app/etc/hookline"
"$jdk/bin/jlink" --module-path "$jdk/jmods" --add-modules "$modules" --output "$root/java/opt/java" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2

# Some systems keep the trusted authorities outside the JDK, so that jlink does not see them.
cp -L "$jdk/lib/security/cacerts" "$root/java/opt/java/lib/security/cacerts"
find "$root/java/opt/java" -name '*.so' -exec strip --strip-unneeded {} + 2>/dev/null || true

# Windows and sound are for others.
for library in awt awt_headless awt_xawt fontmanager freetype javajpeg jawt lcms mlib_image splashscreen jsound; do
  rm -f "$root/java/opt/java/lib/lib$library.so"
done

# What the runtime is linked to, and what the driver of SQLite asks for beside it.
copy() {
  mkdir -p "$root/java${1%/*}"
  [ -e "$root/java$1" ] || cp -L "$1" "$root/java$1"
}
{
  find "$root/java/opt/java" \( -name '*.so' -o -path '*/bin/java' -o -name jspawnhelper \) -exec ldd {} + 2>/dev/null
} | sed -n 's/^[[:space:]]*\([^ ]* => \)\{0,1\}\(\/[^ ]*\) (0x.*/\2/p' | sort -u | while read -r library; do
  case $library in
    "$root"/*) ;;
    *) copy "$library" ;;
  esac
done
libc=$(ldd "$jdk/bin/java" | sed -n 's/.*libc\.so\.6 => \(\/[^ ]*\)\/libc.so.6 .*/\1/p')
[ -n "$libc" ] || { echo "an image can be made on a Linux with glibc only" >&2; exit 1; }
for library in libdl.so.2 libpthread.so.0 librt.so.1; do
  [ ! -e "$libc/$library" ] || copy "$libc/$library"
done

echo 'hosts: files dns' >"$root/java/etc/nsswitch.conf"
echo 'hookline:x:65532:65532::/var/lib/hookline:/sbin/nologin' >"$root/java/etc/passwd"
echo 'hookline:x:65532:' >"$root/java/etc/group"
cp "$jar" "$root/app/opt/hookline/hookline.jar"
