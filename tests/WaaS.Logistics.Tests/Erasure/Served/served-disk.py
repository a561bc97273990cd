# A disk for nbdkit whose faults are switched on by writing fault.json beside its image.
import errno
import json
import os
import time
import nbdkit

API_VERSION = 2
folder = None


def config(key, value):
    global folder
    if key == "folder":
        folder = value


def open(readonly):
    return os.open(os.path.join(folder, "disk.img"), os.O_RDWR)


def get_size(disk):
    return os.fstat(disk).st_size


def close(disk):
    os.close(disk)


def faults():
    try:
        with os.fdopen(os.open(os.path.join(folder, "fault.json"), os.O_RDONLY)) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def fail(error, why):
    nbdkit.set_error(error)
    raise RuntimeError(why)


def check(fault, sectors, offset, length):
    time.sleep(fault.get("delay", 0))
    if fault.get("dead"):
        fail(errno.ENODEV, "the disk is gone")
    if any(sector * 512 < offset + length and (sector + 1) * 512 > offset for sector in fault.get(sectors, [])):
        fail(errno.EIO, "bad sector")


def pread(disk, buffer, offset, flags):
    fault = faults()
    check(fault, "badReads", offset, len(buffer))
    capacity = fault.get("capacity", get_size(disk))
    for at in range(0, len(buffer), 4096):
        buffer[at:at + 4096] = os.pread(disk, min(4096, len(buffer) - at), (offset + at) % capacity)


def pwrite(disk, buffer, offset, flags):
    fault = faults()
    check(fault, "badWrites", offset, len(buffer))
    if fault.get("dropsWrites"):
        return
    capacity = fault.get("capacity", get_size(disk))
    for at in range(0, len(buffer), 4096):
        os.pwrite(disk, buffer[at:at + 4096], (offset + at) % capacity)


def flush(disk, flags):
    os.fdatasync(disk)
