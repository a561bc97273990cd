using System.Text.Json;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>
/// What a sanitization certificate says about one carrier (format <c>waas-certificate/1</c>), in facts without a language. Never edited: a correction is a
/// revocation and a new version.
/// </summary>
public sealed record CertificateDocument
{
    /// <summary>The only format.</summary>
    public const string FormatId = "waas-certificate/1";

    /// <summary>Always <see cref="FormatId"/>.</summary>
    public string Format { get; init; } = FormatId;

    /// <summary>Certificate number; with <see cref="Version"/> it names one certificate.</summary>
    public required string Number { get; init; }

    /// <summary>Version of this number, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The certificate this one takes the place of; null when none.</summary>
    public required CertificateReference? Supersedes { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Who issued it.</summary>
    public required CertificateParty Issuer { get; init; }

    /// <summary>For whom.</summary>
    public required CertificateParty Customer { get; init; }

    /// <summary>Rental or service contract; null when there is none.</summary>
    public required string? ContractNumber { get; init; }

    /// <summary>The return order's id, as in the evidence.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The return order's number, as people know it.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The device.</summary>
    public required CertifiedDevice Device { get; init; }

    /// <summary>The carrier.</summary>
    public required CertifiedCarrier Carrier { get; init; }

    /// <summary>What was done.</summary>
    public required CertifiedSanitization Sanitization { get; init; }

    /// <summary>How it was read back.</summary>
    public required CertifiedVerification Verification { get; init; }

    /// <summary>A person's decision that the remaining risk is acceptable (NIST SP 800-88 Rev. 2, 4.5.2).</summary>
    public required CertifiedValidation Validation { get; init; }

    /// <summary>Who wiped, by badge or sign-in name, as in the evidence.</summary>
    public required string Operator { get; init; }

    /// <summary>Who checked; null when the policy asks for nobody.</summary>
    public required string? Verifier { get; init; }

    /// <summary>Who released; null when the policy asks for nobody.</summary>
    public required string? Releaser { get; init; }

    /// <summary>The policy it was done under.</summary>
    public required string PolicyId { get; init; }

    /// <summary>Version of the policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The station.</summary>
    public required CertifiedStation Station { get; init; }

    /// <summary>Keys of sentences about standards, see <see cref="StandardTexts"/>.</summary>
    public required IReadOnlyList<string> Standards { get; init; }

    /// <summary>Where anybody can ask whether this certificate still holds.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>SHA-256 of the evidence document.</summary>
    public required ContentHash EvidenceHash { get; init; }

    /// <summary>The station's ES256 signature over the evidence, base64url.</summary>
    public required string EvidenceSignature { get; init; }

    /// <summary>The evidence document itself; make it with <see cref="Embed"/>.</summary>
    public required JsonElement Evidence { get; init; }

    /// <summary>The evidence document as it is embedded.</summary>
    /// <param name="evidence">Its exact bytes.</param>
    /// <exception cref="EvidenceFormatException">The bytes are no evidence document.</exception>
    public static JsonElement Embed(ReadOnlyMemory<byte> evidence)
    {
        _ = EvidenceReader.Read(evidence);
        return JsonElement.Parse(evidence.Span);
    }
}
