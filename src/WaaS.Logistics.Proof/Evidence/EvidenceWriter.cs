using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Writes evidence as the bytes that are signed, sent and kept.</summary>
public static class EvidenceWriter
{
    /// <summary>Canonical JSON of the document.</summary>
    /// <exception cref="EvidenceFormatException">The document holds something no reader would take; found here rather than at the server.</exception>
    public static byte[] Write(EvidenceDocument document)
    {
        try
        {
            var bytes = CanonicalJson.Serialize(document, EvidenceJson.Default.EvidenceDocument);
            _ = EvidenceReader.Read(bytes);
            return bytes;
        }
        catch (CanonicalJsonException e)
        {
            throw new EvidenceFormatException(e.Path, e.Problem, "Correct the value before writing.", e);
        }
    }
}
