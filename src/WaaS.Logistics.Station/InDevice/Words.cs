using System.Globalization;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Verbs;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>What stands large on the console of a machine that wipes itself, in the language of whoever stands before it.</summary>
internal sealed record Words
{
    public required string Cleared { get; init; }

    public required string Failed { get; init; }

    public required string DoNotWipe { get; init; }

    public required string NotReported { get; init; }

    public required string Stopped { get; init; }

    public required string ScanLabel { get; init; }

    public required string ScanBadge { get; init; }

    /// <summary>With model, size and serial of the drive.</summary>
    public required string Confirm { get; init; }

    public required string ThisMachine { get; init; }

    public required string ThisDrive { get; init; }

    public required string Resumed { get; init; }

    public required string KeptOnServer { get; init; }

    public required string KeptOnStick { get; init; }

    public required string WaitsForOtherBoot { get; init; }

    public required string KeepPowered { get; init; }

    public required ProgressWords Progress { get; init; }

    public required string Carrier { get; init; }

    public required string ErasedItself { get; init; }

    public required string Recheck { get; init; }

    public static Words English { get; } = new()
    {
        Cleared = "CLEARED",
        Failed = "FAILED",
        DoNotWipe = "DO NOT WIPE",
        NotReported = "WIPED, NOT REPORTED YET",
        Stopped = "STOPPED",
        ScanLabel = "Serial on the label of this machine (scan or type): ",
        ScanBadge = "Badge of the operator (scan or type): ",
        Confirm = "The order does not know the drive. Is it this one: {0}? Type the last 4 characters of its serial: ",
        ThisMachine = "This machine: {0} {1}, serial {2}.",
        ThisDrive = "Drive {0}, {1:N0} bytes, slot {2}. ALL OF IT is overwritten.",
        Resumed = "An earlier start of this machine began; it goes on at {0:N0} of {1:N0} bytes, and all of it is read back at the end.",
        KeptOnServer = "Journal and key are kept on the server.",
        KeptOnStick = "Journal and key are kept on the stick {0}. Leave it in.",
        WaitsForOtherBoot = "The server still hears an earlier start of this machine; waiting until it is sure that it has ended.",
        KeepPowered = "The server is away. The report is in this machine's memory: LEAVE IT ON, it is sent when the server answers. Switched off now, the next start reads all of the drive again.",
        Progress = ProgressWords.English,
        Carrier = "Carrier {0} of device {1}, slot {2}: {3:N0} bytes.",
        ErasedItself = "By {0}: nothing of what lay there is left ({1:N0} bytes looked at).",
        Recheck = "Check it yourself: {0}",
    };

    public static Words German { get; } = new()
    {
        Cleared = "GELÖSCHT",
        Failed = "FEHLGESCHLAGEN",
        DoNotWipe = "NICHT LÖSCHEN",
        NotReported = "GELÖSCHT, NOCH NICHT GEMELDET",
        Stopped = "ANGEHALTEN",
        ScanLabel = "Seriennummer auf dem Etikett dieses Geräts (scannen oder tippen): ",
        ScanBadge = "Ausweis des Bedieners (scannen oder tippen): ",
        Confirm = "Der Auftrag kennt den Datenträger nicht. Ist es dieser: {0}? Die letzten 4 Zeichen seiner Seriennummer tippen: ",
        ThisMachine = "Dieses Gerät: {0} {1}, Seriennummer {2}.",
        ThisDrive = "Datenträger {0}, {1:N0} Byte, Einbauplatz {2}. ALLES darauf wird überschrieben.",
        Resumed = "Ein früherer Start dieses Geräts hat begonnen; es geht bei {0:N0} von {1:N0} Byte weiter, und am Ende wird alles zurückgelesen.",
        KeptOnServer = "Journal und Schlüssel liegen auf dem Server.",
        KeptOnStick = "Journal und Schlüssel liegen auf dem Stick {0}. Stecken lassen.",
        WaitsForOtherBoot = "Der Server hört noch einen früheren Start dieses Geräts; es wird gewartet, bis er sicher zu Ende ist.",
        KeepPowered = "Der Server ist weg. Der Bericht liegt im Speicher dieses Geräts: EINGESCHALTET LASSEN, er wird gesendet, sobald der Server antwortet. Wird es jetzt ausgeschaltet, liest der nächste Start den ganzen Datenträger noch einmal.",
        Progress = new("überschreiben", "löschen", "zurücklesen", "noch {0}", "{0} Fehler"),
        Carrier = "Datenträger {0} in Gerät {1}, Einbauplatz {2}: {3:N0} Byte.",
        ErasedItself = "Durch {0}: Von dem, was dort lag, ist nichts mehr da ({1:N0} Byte angesehen).",
        Recheck = "Selbst prüfen: {0}",
    };

    public static Words Of(Language language) => language == Language.German ? German : English;

    public string Verdict(ExitCode code, bool stopped) => code switch
    {
        ExitCode.Done => Cleared,
        ExitCode.StoredForLater => NotReported,
        ExitCode.NotProven when stopped => Stopped,
        ExitCode.NotProven or ExitCode.NotAccepted or ExitCode.Broken => Failed,
        _ => DoNotWipe,
    };

    /// <summary>What stands over the large word: which carrier, what went wrong, how to check it.</summary>
    public IEnumerable<string> Lines(WipeResult result, Job job)
    {
        yield return string.Format(CultureInfo.InvariantCulture, Carrier, result.Serial.Value, job.DeviceSerial, job.Slot, result.Identity.SizeBytes);
        foreach (string failure in result.Failures)
        {
            yield return $"  {failure}";
        }

        if (result is { Proven: true, Firmware: { } erased, Look: { } look })
        {
            yield return string.Format(CultureInfo.InvariantCulture, ErasedItself, erased.Technique, look.LookedBytes);
        }
        else if (result.Proven)
        {
            yield return string.Format(CultureInfo.InvariantCulture, Recheck, RecheckCommand.For(result.Algorithm, result.KeyHex, result.Identity.SizeBytes));
        }
    }
}
