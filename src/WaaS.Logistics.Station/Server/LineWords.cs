using System.Globalization;
using WaaS.Logistics.Station.CommandLine;

namespace WaaS.Logistics.Station.Server;

/// <summary>What is said of the server and of its answers, in the language of whoever stands before the program; the server's own sentences come in that language.</summary>
internal sealed class LineWords(Language language)
{
    public string Away => Say(
        "The server is away; the wipe goes on, and its report is kept on this station's disk.",
        "Der Server ist nicht erreichbar; die Löschung läuft weiter, und ihr Bericht wird auf dieser Station aufgehoben.");

    public string Back => Say("The server answers again.", "Der Server antwortet wieder.");

    public string SaidStop(string? why) => Say($"The server says stop: {why ?? "a hold was set, or the job was taken away"}.", $"Der Server hält an: {why ?? "Das Gerät wurde gesperrt oder der Auftrag zurückgenommen"}.");

    public string RefusesWipe(ServerRefusedException refused) => Say($"The server refuses ({refused.Rule}): {refused.Message} The wipe is stopped.", $"Der Server lehnt ab ({refused.Rule}): {refused.Message} Die Löschung wird angehalten.");

    public string Held(string? why) => Say($"The order is held: {why ?? "no reason given"}. Nothing was written.", $"Der Auftrag ist gesperrt: {why ?? "ohne Angabe eines Grundes"}. Nichts wurde geschrieben.");

    public string StoppedBeforeWriting => Say("The server said stop before the first write.", "Der Server hat vor dem ersten Schreiben angehalten.");

    public string StoppedBeforeAnything => Say("Stopped before anything was written.", "Angehalten, bevor etwas geschrieben wurde.");

    public string StepsWait(string why) => Say($"The steps are stored and not sent yet: {why}", $"Die Schritte sind gespeichert und noch nicht gesendet: {why}");

    public string SeedAway(string why) => LooksAtAll(Say($"The server is away: {why}", $"Der Server ist nicht erreichbar: {why}"));

    public string SeedRefused(ServerRefusedException refused) => LooksAtAll(Say($"The server gives none ({refused.Rule}): {refused.Message}", $"Der Server gibt keine ({refused.Rule}): {refused.Message}"));

    public string SeedIsNone => LooksAtAll(Say("What it answered is none.", "Was er antwortete, ist keine."));

    public string OnlyReport => Say("This job was finished before; only its report is sent.", "Dieser Auftrag war schon fertig; nur sein Bericht wird gesendet.");

    public string NotAccepted(IEnumerable<string> rules) => Say($"The server does not accept the evidence: {string.Join(", ", rules)}", $"Der Server nimmt den Nachweis nicht an: {string.Join(", ", rules)}");

    public string ReportWaits(string why) => Say($"The report is stored and not sent yet: {why}", $"Der Bericht ist gespeichert und noch nicht gesendet: {why}");

    public string StoppedWhileSending => Say("stopped while it was being sent.", "beim Senden angehalten.");

    public string ReportRefused(ServerRefusedException refused) => Say($"The server does not take the report ({refused.Rule}): {refused.Message}", $"Der Server nimmt den Bericht nicht an ({refused.Rule}): {refused.Message}");

    public string Reported(Guid job, Guid evidence) => Say($"Job {job} is reported; evidence {evidence}.", $"Auftrag {job} ist gemeldet; Nachweis {evidence}.");

    public string StillToReport(Guid job, string why) => Say($"Job {job} is still to be reported: {why}", $"Auftrag {job} ist noch zu melden: {why}");

    public string ReportRefused(Guid job, ServerRefusedException refused) =>
        Say($"The server does not take the report of job {job} ({refused.Rule}): {refused.Message}", $"Der Server nimmt den Bericht zu Auftrag {job} nicht an ({refused.Rule}): {refused.Message}");

    public string WouldGiveNoJob(string carrier, string why) => Say($"the server would give no job for carrier {carrier}: {why}", $"der Server gäbe keinen Auftrag für Datenträger {carrier}: {why}");

    public string NotKnown(string carrier, string why) => Say(
        $"NOT KNOWN whether carrier {carrier} may be wiped: nothing of the carrier speaks against it, but the server cannot be asked whether it is ordered or held. {why}",
        $"NICHT BEKANNT, ob Datenträger {carrier} gelöscht werden darf: Am Datenträger spricht nichts dagegen, aber ob er bestellt oder gesperrt ist, kann der Server nicht gefragt werden. {why}");

    public string ClockOff(TimeSpan skew) => Say(
        $"This machine's clock is {Seconds(skew)} s off the server's: set it, or requests and evidence are refused.",
        $"Die Uhr dieses Geräts geht gegenüber der des Servers um {Seconds(skew)} s falsch: sie stellen, sonst werden Anfragen und Nachweise abgelehnt.");

    public string CannotBeReached(Uri address, string why) => Say($"{address} cannot be reached: {why}", $"{address} ist nicht erreichbar: {why}");

    public string TooSlow(Uri address) => Say($"{address} did not answer in time.", $"{address} hat nicht rechtzeitig geantwortet.");

    public string Answered(Uri address, int status) => Say($"{address} answered {status}.", $"{address} hat mit {status} geantwortet.");

    public string AnsweredNothing(int status) => Say($"The server answered {status} without saying why.", $"Der Server hat mit {status} geantwortet und nicht gesagt, warum.");

    public string NotOfContract(string path, string why) => Say($"{path}: the server's answer is not of this contract: {why}", $"{path}: Die Antwort des Servers entspricht nicht der Vereinbarung: {why}");

    public string Empty(string path) => Say($"{path}: the server's answer is empty.", $"{path}: Die Antwort des Servers ist leer.");

    /// <summary>The line over the bays.</summary>
    public LineState State => new(Say);

    /// <summary>The journal of a machine that keeps it there.</summary>
    public JournalLine Journal => new(Say);

    /// <summary>A drive that is locked.</summary>
    public LockLine Lock => new(Say);

    public string Outcome(ExitCode code) => language == Language.English ? Speaker.Word(code) : code switch
    {
        ExitCode.Done => "fertig",
        ExitCode.Usage => "falsch aufgerufen",
        ExitCode.Refused => "abgelehnt",
        ExitCode.NotProven => "fehlgeschlagen",
        ExitCode.StoredForLater => "für später gespeichert",
        ExitCode.Unreachable => "nicht erreichbar",
        ExitCode.NotAccepted => "nicht angenommen",
        ExitCode.NoJournal => "kein Journal",
        _ => "gestört",
    };

    internal static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private string LooksAtAll(string why) => Say(
        $"Samples need the server's half of their seed. {why} All of the carrier is looked at instead, which proves more and takes longer.",
        $"Stichproben brauchen die Hälfte des Servers an ihrem Startwert. {why} Stattdessen wird der ganze Datenträger angesehen; das beweist mehr und dauert länger.");

    private string Say(string english, string german) => language == Language.German ? german : english;
}
