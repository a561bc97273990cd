using System.Security.Cryptography.X509Certificates;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>What checking a PDF's signature found.</summary>
public enum PdfSignatureState
{
    /// <summary>There is no signature.</summary>
    Unsigned,

    /// <summary>There is one, but the file is not what was signed, or the signature is not of the form known here.</summary>
    Invalid,

    /// <summary>The file is, to the last byte, what the holder of <see cref="PdfSignatureCheck.Certificate"/>'s key signed. Whose key that is, has still to be asked.</summary>
    Intact,
}

/// <summary>What checking a PDF's signature found.</summary>
/// <param name="State">Never <see cref="PdfSignatureState.Intact"/> when anything is unknown.</param>
/// <param name="Problem">Why it is not intact.</param>
/// <param name="Certificate">The signer's certificate, only when intact. Compare <see cref="SigningIdentity.KeyIdOf"/> with the issuer's published key id.</param>
/// <param name="SignedAt">The signer's own clock, only when intact.</param>
public sealed record PdfSignatureCheck(PdfSignatureState State, string? Problem, X509Certificate2? Certificate, DateTimeOffset? SignedAt);
