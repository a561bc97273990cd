namespace WaaS.Logistics.Proof.Records;

/// <summary>A place in a chain that was already checked and kept.</summary>
/// <param name="Sequence">Sequence number of the record there.</param>
/// <param name="Hash">Hash of the record there.</param>
public readonly record struct ChainPosition(long Sequence, ContentHash Hash);
