#!/bin/bash
# First process of the machine in which drives are made: mounts what a system needs, loads the drivers, runs the bed and halts.
work=$WAAS_WORK
export WAAS_DRIVE_BED=inside WAAS_MODULES=$work/modroot HOME=$work TMPDIR=/dev/shm TZ=UTC DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev 2> /dev/null
mkdir -p /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
# Nothing of the host's disk is written but the work folder.
for place in /run /var/lib/lvm /etc/lvm/archive /etc/lvm/backup /var/lock /boot; do [ -d $place ] && [ $place != /boot ] && mount -t tmpfs tmpfs $place; done
ip link set lo up
for module in "scsi_debug add_host=0 per_host_store=1 dev_size_mb=16 delay=0 vpd_use_hostno=1" sd_mod brd dm-mod dm-delay dm-flakey dm-dust loop raid1 target_core_user tcm_loop; do
    modprobe -d "$WAAS_MODULES" $module
done
mount -t configfs none /sys/kernel/config
# A host watches the folder it is started in, all of it.
cd "$work"
timeout -k 2 300 dotnet "$WAAS_BED" "$work" "$WAAS_PART" > "$work/output.txt" 2>&1
echo "bed ended with $?" >> "$work/output.txt"
sync "$work"
poweroff -f
