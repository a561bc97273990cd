namespace WaaS.Logistics.Erasure;

/// <summary>A stretch of the carrier that could not be written, could not be read, or did not hold the stream.</summary>
/// <param name="OffsetBytes">Where it begins.</param>
/// <param name="LengthBytes">How long it is.</param>
/// <param name="Error">EIO and the like, or "differs".</param>
public sealed record SectorFault(long OffsetBytes, long LengthBytes, string Error);
