#!/bin/bash
# Runs in the machine for NVMe drives, its root laid over the host's file system.
export WAAS_DRIVE_BED=inside HOME=$WAAS_WORK TMPDIR=/dev/shm TZ=UTC DOTNET_TieredPGO=0 DOTNET_TieredCompilation=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
mkdir -p /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mount -t tmpfs tmpfs /run
ip link set lo up
cd "$WAAS_WORK"
date > "$WAAS_WORK/booted"
timeout -k 2 600 dotnet "$WAAS_BED" "$WAAS_WORK" "$WAAS_PART" > "$WAAS_WORK/output.txt" 2>&1
echo "bed ended with $?" >> "$WAAS_WORK/output.txt"
sync
