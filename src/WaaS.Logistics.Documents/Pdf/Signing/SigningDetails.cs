namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>What the signature says of itself beside the key.</summary>
/// <param name="SignedAt">The signer's clock; not a trusted time stamp.</param>
/// <param name="Reason">Why it was signed, for people.</param>
/// <param name="Place">Where, or null.</param>
public sealed record SigningDetails(DateTimeOffset SignedAt, string Reason, string? Place = null);
