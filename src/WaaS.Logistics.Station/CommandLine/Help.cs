namespace WaaS.Logistics.Station.CommandLine;

internal static class Help
{
    public static IReadOnlyList<string> Verbs { get; } = ["enroll", "list", "plan", "wipe", "in-device", "verify", "watch", "journal", "bench"];

    public static string For(string? verb) => verb switch
    {
        "enroll" => """
            waas-station enroll --server URL --code CODE --name NAME --data FOLDER [--lang de|en] [--json]
              Makes this station's key pair in FOLDER and introduces it to the server with a one-time code.
            """,
        "list" => """
            waas-station list [--images FOLDER] [--data FOLDER] [--json]
              Shows the loop devices of this machine, the images in FOLDER, and the drives with all they say of themselves (name,
              serial and who said it, hidden areas, security, ways of sanitizing), the bay each is in, and why it would be refused.
              Opens nothing for writing.
            """,
        "plan" => """
            waas-station plan (--image PATH | --bay LABEL | --device PATH) [--data FOLDER] [--serial SERIAL] [--computer SERIAL]
                              [--operator BADGE] [--server URL] [--carrier-only] [--lang de|en] [--json]
              Shows what a wipe of the carrier would do, or every reason why not. The server is asked what a claim would give
              (an order, a hold, another station at work); nothing is handed out. Writes nothing.
                --carrier-only  looks at the carrier alone, as without --data: whether it is ordered or held is not known then
              A server that is away is told (6), and is never a yes.
            """,
        "wipe" => """
            waas-station wipe (--image PATH | --bay LABEL | --device PATH) --operator BADGE --data FOLDER [--server URL]
                              [--serial SERIAL] [--computer SERIAL] [--threads N] [--limit-mb N] [--lang de|en] [--json] [--quiet]
              Asks the server for the job of this carrier, overwrites ALL of it with a random stream, reads all of it
              back, and reports.
                --image     one image file or one loop device, named by its real name
                --bay       the drive in that bay of the station's file, FOLDER/bays.json
                --device    the path of a drive that is in one of these bays; with --bay it must be the one in that bay
                --serial    the carrier's serial as scanned; must be what the drive says. Needed when no PATH.carrier.json
                            lies beside an image, and when a bridge speaks in the drive's name
                --computer  the computer's serial as scanned; must be the job's (formerly --device SERIAL, still understood)
                --server    the server to use instead of the one this station was enrolled at
                --limit-mb  at most so many megabytes per second
                --lang      language of what the server answers and of what is said of it; the machine's own otherwise
              A wipe that was killed goes on where it stopped when the same line is run again.
            """,
        "in-device" => """
            waas-station in-device --server URL --fleet-key FILE [--operator BADGE] [--journal-at STICK] [--scan SERIAL]
                                   [--device PATH | --image PATH] [--serial SERIAL] [--confirm LAST4] [--data FOLDER]
                                   [--lang de|en] [--threads N] [--limit-mb N] [--json] [--quiet]
              This machine wipes one of its own drives. It gets an identity for this boot by the fleet key, finds its wipe
              order by the serial in its firmware, and wipes the drive that the order names. What is missing is asked for.
                --fleet-key   the private key an admin made under Wipe / Stations; readable by its owner alone
                --journal-at  a named stick for journal and key: its device (/dev/disk/by-label/NAME) or a folder on it.
                              Without it they are kept on the server. With neither it does not start (8)
                --scan        the serial on this machine's label; needed where the firmware says none, or other names than
                              the order
                --device      one drive, where the order has several of this machine
                --image       an image file or loop device instead of a drive
                --serial      the drive's serial as scanned
                --confirm     the last four characters of the drive's serial: says that it is this one, where the order does
                              not know its drive
                --data        a folder in memory for this boot, /run/waas-station by default
              Refused are drives on USB, removable ones, the one it was started from, the stick, and every drive that is not
              of the order. A wipe that was cut off goes on when the machine is started again, and all of it is read back.
              With the server away at the end it waits, and says so: leave it on.
            """,
        "verify" => """
            waas-station verify (--image PATH | --bay LABEL | --device PATH) --data FOLDER (--job ID | --key HEX) [--json]
              Reads all of the carrier and compares it with the stream of that job or key. Writes nothing. --image and --key
              need no --data.
            """,
        "watch" => """
            waas-station watch --data FOLDER [--server URL] [--once] [--lang de|en] [--json]
              Shows all bays of FOLDER/bays.json and every wipe of this station beside it: phase, progress, speed, time left,
              temperature where the drive tells one, and the result. Tells the server of each change, and every five seconds.
              Writes to no carrier. A drive that is not expected stops its bay: it is shown, and not wiped.
                --once      looks once, tells the server once, and ends
                --json      one line for each bay that changed
            """,
        "journal" => """
            waas-station journal --data FOLDER [--send [--server URL]] [--lang de|en] [--json]
              Shows the jobs this station worked on, and what is not reported yet; --send reports it.
            """,
        "bench" => """
            waas-station bench --device PATH [--device PATH ...] (--destroy | --json) [--rounds N] [--throttle-mb N] [--threads N]
              Measures this engine. DESTROYS ALL DATA on every PATH named. PATH is one loop device or image file that passes
              every check of a wipe; no other device is ever measured, and there is no way to say "all".
                --destroy      says that the data may go; without it, and without --json, nothing is written
                --json         one JSON object last; a program that names the device has said the same as --destroy
                --rounds N     interleaved rounds, 7 by default; the medians are told
                --threads N    threads per device: 4 for one device, 2 for several
              One device: in each round dd (zeros, direct), shred -n1, nwipe (where installed) and this engine write the
              device, and dd (direct) and this engine's verification read it. Ratios are taken within a round.
              Several devices: each is held at --throttle-mb (250 by default) megabytes per second by the kernel (blkio
              cgroup, needs root), all are written and verified at once: share of the medium reached and cores used.
            """,
        _ => """
            waas-station: wipes one carrier at a time, proves it, and reports it to WaaS.Logistics.

              enroll    make this station known to the server
              list      show drives, loop devices and images
              plan      show what a wipe would do, without writing
              wipe      overwrite one carrier and read all of it back
              in-device this machine wipes one of its own drives, without a station
              verify    read a wiped carrier again and compare
              watch     show all bays and running wipes, and tell the server of them
              journal   show jobs, and send what is not reported yet
              bench     measure the engine against dd, shred and nwipe on a device that may be destroyed

            waas-station VERB --help shows the options. --json prints one JSON object last.

            Image files and loop devices can be overwritten, and whole drives in the bays that FOLDER/bays.json names:
              {"bays": [{"label": "A1", "path": "/dev/disk/by-path/pci-0000:00:17.0-ata-3"}], "deniedSerials": ["..."]}
            A path may also be a device's folder below /sys/devices. Every other block device is refused. There is no way to
            say "all".
            Times are the machine's: TZ or /etc/localtime must be right.

            Exit codes
              0  done; for a wipe: written, all of it read back equal from the medium, and reported
              1  the program failed
              2  wrong use
              3  refused; nothing was written by this call
              4  written but NOT proven, or not equal
              5  wiped and proven, but the server was away: the report is stored (journal --send)
              6  the server was away before the first write; nothing was written by this call
              7  wiped and reported, but the server does not accept the evidence
              8  no place for the journal, neither the server nor a stick; nothing was written by this call
            """,
    };
}
