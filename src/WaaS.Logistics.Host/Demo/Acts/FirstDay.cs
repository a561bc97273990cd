namespace WaaS.Logistics.Host.Demo.Acts;

/// <summary>The house opens: people, places, a receiving station.</summary>
internal sealed class FirstDay(Stage stage)
{
    public const string Dock = "DOCK-1", Cage = "CAGE-1", Quarantine = "QUA-1", Bench = "BENCH-1", ShelfA = "A-01", ShelfB = "B-01";
    private static readonly (string Code, string Kind)[] Places =
        [(Dock, "dock"), (Cage, "secured"), (Quarantine, "quarantine"), (Bench, "refurbishment"), (ShelfA, "sellable"), (ShelfB, "sellable")];

    public async Task Play(string firstRunLink)
    {
        var people = stage.People;
        await people.Hire(firstRunLink);
        stage.Narrator.Say($"The first-run link made {people.Admin.DisplayName}; she hired {people.All.Count - 1} people, each with a badge and a PIN");
        foreach (var (code, kind) in Places)
            await people.Supervisor.Post("/returns/api/places", new { opId = Guid.NewGuid(), code, kind });
        stage.Narrator.Say($"{people.Supervisor.DisplayName} defined {Places.Length} places: {string.Join(", ", Places.Select(place => $"{place.Code} ({place.Kind})"))}");
        await people.Receiving.SignInAs(people.Admin);
        await people.Receiving.SubmitForm("/admin/stations", ("Name", "receiving desk 1"), ("Place", Cage));
        await people.Receiving.SignIn();
        stage.Narrator.Say("The browser at the dock is enrolled as station 'receiving desk 1'");
    }
}
