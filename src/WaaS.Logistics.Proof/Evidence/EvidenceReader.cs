using System.Text.Json;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>Reads evidence strictly: unknown names, missing or unknown members, duplicates, trailing data and any form but the canonical one are refused with their place.</summary>
public static class EvidenceReader
{
    /// <summary>Largest document that is read, in bytes.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    private static readonly Structure Structure = Structure.Embedded("evidence.schema.json");

    /// <summary>The published JSON schema (draft 2020-12) of the format; reading holds documents to this very text.</summary>
    public static string Schema => Structure.Text;

    /// <summary>Reads one document from its exact bytes.</summary>
    /// <exception cref="EvidenceFormatException">The bytes are no evidence; names the JSON path and the remedy.</exception>
    public static EvidenceReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaximumBytes) throw new EvidenceFormatException("$", $"has {bytes.Length} bytes.", $"An evidence document has at most {MaximumBytes}.");
        try
        {
            using var json = CanonicalJson.Parse(bytes);
            var canonical = CanonicalJson.Canonicalize(json.RootElement);
            Structure.Check(json.RootElement);
            if (!canonical.AsSpan().SequenceEqual(bytes.Span)) throw new EvidenceFormatException("$", "is not in canonical form.", "Write it as RFC 8785 says; one document has one hash.");
            var document = JsonSerializer.Deserialize(json.RootElement, EvidenceJson.Default.EvidenceDocument);
            return new EvidenceReading(document!, ContentHash.Of(bytes.Span));
        }
        catch (CanonicalJsonException e)
        {
            throw new EvidenceFormatException(e.Path, e.Problem, "Send one JSON object as the published schema describes it.", e);
        }
        catch (StructureException e)
        {
            throw new EvidenceFormatException(e.Path, e.Problem, e.Remedy, e);
        }
        catch (JsonException e)
        {
            throw new EvidenceFormatException(e.Path ?? "$", "cannot be read.", "See the published schema of the format.", e);
        }
    }
}
