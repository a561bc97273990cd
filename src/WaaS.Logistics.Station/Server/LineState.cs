namespace WaaS.Logistics.Station.Server;

/// <summary>What the watching of bays says of the line to the server.</summary>
internal sealed record LineState(Func<string, string, string> Say)
{
    public string NotEnrolled => Say("NOT ENROLLED: the server hears nothing of these bays", "NICHT ANGEMELDET: Der Server hört nichts von diesen Schächten");

    public string NotAsked => Say("server: not asked yet", "Server: noch nicht gefragt");

    public string Hears => Say("server hears", "Server hört");

    public string HearsClockOff(TimeSpan skew) => Say($"server hears; CLOCK IS {LineWords.Seconds(skew)} s OFF", $"Server hört; UHR GEHT {LineWords.Seconds(skew)} s FALSCH");

    public string Away(string why) => Say($"SERVER AWAY: {why}", $"SERVER NICHT ERREICHBAR: {why}");

    public string Refuses(ServerRefusedException refused) => Say($"SERVER REFUSES ({refused.Rule}): {refused.Message}", $"SERVER LEHNT AB ({refused.Rule}): {refused.Message}");

    public string Stopped => Say("stopped", "angehalten");
}
