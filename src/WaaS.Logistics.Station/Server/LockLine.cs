using System.Globalization;

namespace WaaS.Logistics.Station.Server;

/// <summary>What the server knows of a drive that is locked.</summary>
internal sealed record LockLine(Func<string, string, string> Say)
{
    public string Begun(string station, string technique, DateTimeOffset at) => Say(
        $"Station {station} began to erase it ({technique}, {Time(at)}) and never told that it ended",
        $"Station {station} hat begonnen, es zu löschen ({technique}, {Time(at)}), und nie gemeldet, dass es zu Ende ist");

    public string StillTheirs(string begun, DateTimeOffset until) => Say(
        $"{begun}; it is still that station's: put it back there and run the same line again, or wait until {Time(until)} and run this line again.",
        $"{begun}; es gehört noch dieser Station: dort wieder einsetzen und dieselbe Zeile noch einmal starten, oder bis {Time(until)} warten und diese Zeile noch einmal starten.");

    public string Ours(string begun, bool unlock) => Say(
        $"The drive is locked. {begun}: its password is that of all stations, and {(unlock ? "is taken away here" : "a wipe here takes it away")}.",
        $"Das Laufwerk ist gesperrt. {begun}: Sein Passwort ist das aller Stationen und {(unlock ? "wird hier weggenommen" : "eine Löschung hier nimmt es weg")}.");

    public string NothingKnown => Say(
        "The server knows of no erase of one of its stations that left it so: take the password away in the machine it came from, or destroy the drive.",
        "Der Server weiß von keiner Löschung einer seiner Stationen, die es so hinterlassen hat: das Passwort in dem Gerät wegnehmen, aus dem es kommt, oder das Laufwerk vernichten.");

    public string NotSaid(ServerRefusedException refused) => Say($"The server does not say whose password it is ({refused.Rule}): {refused.Message}", $"Der Server sagt nicht, wessen Passwort es ist ({refused.Rule}): {refused.Message}");

    public string CannotAsk(string why) => Say(
        $"Whether an erase of another station left it so the server knows, and cannot be asked now: {why}",
        $"Ob die Löschung einer anderen Station es so hinterlassen hat, weiß der Server, und er ist jetzt nicht zu fragen: {why}");

    private static string Time(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
