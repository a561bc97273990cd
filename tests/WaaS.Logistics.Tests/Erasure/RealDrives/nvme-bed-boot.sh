#!/bin/bash
# Boots the machine for NVMe drives: Debian's kernel under QEMU without hardware help, the host's file system read-only as its root, the work folder alone writable.
# usage: nvme-bed-boot.sh KERNEL-FOLDER WORK IMAGE...   (each image becomes an NVMe drive of QEMU's)
set -euo pipefail
kernel=$1 work=$2
shift 2
version=$(basename "$kernel"/lib/modules/*)
root=$work/initramfs
mkdir -p "$root"/{bin,modules,proc,sys,dev,lower,upper,new}
cp "$(command -v busybox)" "$root/bin/busybox"
for name in virtio_pci 9pnet_virtio 9p overlay nvme nvme-tcp; do
    modprobe -d "$kernel" -S "$version" --show-depends $name | awk '$1 == "insmod" { print $2 }'
done | awk '!seen[$0]++' > "$work/modules"
count=100
while read -r file; do cp "$file" "$root/modules/$((count++))-$(basename "$file")"; done < "$work/modules"
cat > "$root/init" << 'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for module in /modules/*; do insmod "$module"; done
mount -t 9p -o ro,trans=virtio,version=9p2000.L,msize=512000,cache=loose host /lower
mount -t tmpfs tmpfs /upper
mkdir /upper/changed /upper/work
mount -t overlay -o lowerdir=/lower,upperdir=/upper/changed,workdir=/upper/work overlay /new
for place in proc sys dev; do mount --move /$place /new/$place; done
work=$(sed 's/.*waas.work=\([^ ]*\).*/\1/' /new/proc/cmdline)
mkdir -p "/new$work"
mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000 work "/new$work"
chroot /new "$work/init.sh"
poweroff -f
INIT
chmod +x "$root/init"
(cd "$root" && find . | cpio -o -H newc --quiet) | gzip -1 > "$work/initrd"
drives=()
for image in "$@"; do
    number=${#drives[@]}
    drives+=(-drive "file=$image,if=none,id=d$number,format=raw,cache=unsafe" -device "nvme,serial=QEMU$number,drive=d$number")
done
exec qemu-system-x86_64 -accel tcg,thread=multi -cpu max -smp 2 -m 1500M -nographic -no-reboot -nodefaults -serial stdio \
    -kernel "$kernel"/boot/vmlinuz-* -initrd "$work/initrd" -append "console=ttyS0 quiet panic=-1 waas.work=$work" \
    -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap -device virtio-9p-pci,fsdev=host,mount_tag=host \
    -fsdev local,id=work,path="$work",security_model=none -device virtio-9p-pci,fsdev=work,mount_tag=work "${drives[@]}"
