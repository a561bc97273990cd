namespace WaaS.Logistics.Messages.Returns;

/// <summary>A place in the house and what may stand there.</summary>
/// <param name="Kind">secured, quarantine, refurbishment, sellable, dock.</param>
public sealed record PlaceDefined(
    Guid PlaceId,
    string Code,
    string Kind);
