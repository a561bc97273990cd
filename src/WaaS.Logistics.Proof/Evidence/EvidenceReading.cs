namespace WaaS.Logistics.Proof.Evidence;

/// <summary>An evidence document that was read, and the hash of its bytes.</summary>
/// <param name="Document">The document.</param>
/// <param name="Hash">SHA-256 of the exact bytes, which are also its canonical form: one document has one hash.</param>
public sealed record EvidenceReading(EvidenceDocument Document, ContentHash Hash);
