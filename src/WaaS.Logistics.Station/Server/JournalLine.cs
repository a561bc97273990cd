namespace WaaS.Logistics.Station.Server;

/// <summary>What is said of a journal that the server keeps.</summary>
internal sealed record JournalLine(Func<string, string, string> Say)
{
    public string Behind(string why) => Say($"The last state of the journal is not on the server: {why}", $"Der letzte Stand des Journals ist nicht auf dem Server: {why}");

    public string Back => Say("The server answers again; the wipe goes on.", "Der Server antwortet wieder; die Löschung läuft weiter.");

    public string Nowhere(string why) => Say(
        $"The journal cannot be kept on the server ({why}), and there is no stick (--journal-at). Nothing was written.",
        $"Das Journal kann nicht auf dem Server liegen ({why}), und es gibt keinen Stick (--journal-at). Nichts wurde geschrieben.");

    public string Waits(string why) => Say(
        $"The server is away and must keep the key of the next stage first; the wipe waits: {why}",
        $"Der Server ist nicht erreichbar und muss erst den Schlüssel der nächsten Stufe aufheben; die Löschung wartet: {why}");

    public string Refused(ServerRefusedException refused) => Say($"The server does not keep the journal ({refused.Rule}): {refused.Message}", $"Der Server nimmt das Journal nicht an ({refused.Rule}): {refused.Message}");

    public string StoppedAway => Say("Stopped while the server was away.", "Angehalten, während der Server nicht erreichbar war.");

    public string StoppedSending => Say("Stopped while the journal was sent.", "Angehalten, während das Journal gesendet wurde.");
}
