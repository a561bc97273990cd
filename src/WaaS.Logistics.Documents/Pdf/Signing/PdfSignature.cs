using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using WaaS.Logistics.Documents.Pdf.Format;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>Checks the signature that <see cref="PdfSigner"/> makes. Stricter than readers are: one signature, and over the whole file.</summary>
public static class PdfSignature
{
    /// <summary>Never throws for what the bytes hold; whatever is not understood is <see cref="PdfSignatureState.Invalid"/>.</summary>
    public static PdfSignatureCheck Check(ReadOnlyMemory<byte> pdf)
    {
        try
        {
            var file = PdfFile.Parse(pdf);
            var catalog = file.Dictionary(file.Root);
            return catalog["/AcroForm"] is { } form
                ? Check(file, file.Dictionary(form))
                : new(PdfSignatureState.Unsigned, "The PDF has no signature.", null, null);
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException or AsnContentException)
        {
            return Invalid(problem.Message);
        }
    }

    private static PdfSignatureCheck Check(PdfFile file, PdfDictionary form)
    {
        if (file.Array(form.Require("/Fields")) is not [var field])
            return Invalid("The PDF has more or less than one form field.");
        var reference = file.Dictionary(field).Reference("/V");
        var signature = file.Dictionary(reference);
        if (signature.Require("/SubFilter") != "/ETSI.CAdES.detached")
            return Invalid($"Signatures of the kind {signature["/SubFilter"]} are not supported.");

        var bytes = file.Bytes.Span;
        var (open, close) = Gap(signature, bytes.Length);
        var contents = signature.Require("/Contents");
        if (!bytes[open..close].SequenceEqual(System.Text.Encoding.Latin1.GetBytes(contents)))
            return Invalid("The signed range leaves out something else than the signature.");

        var cms = Unpad(contents);
        var message = new SignedCms(new ContentInfo([.. bytes[..open], .. bytes[close..]]), detached: true);
        message.Decode(cms);
        if (message is not { SignerInfos: [{ Certificate: { } certificate } signer], Certificates.Count: 1 })
            return Invalid("The signature has more or less than one signer with one certificate.");
        if (signer.DigestAlgorithm.Value != DetachedCms.Sha256 || !DetachedCms.Binds(signer, certificate))
            return Invalid("The signature does not name its certificate, or uses another hash than SHA-256.");
        if (!DetachedCms.HasPlainHead(cms, signer))
            return Invalid("The signature is not in the form this library writes.");
        message.CheckSignature(verifySignatureOnly: true);
        return new(PdfSignatureState.Intact, null, certificate, signature["/M"]?.AsDate());
    }

    private static (int Open, int Close) Gap(PdfDictionary signature, int length)
    {
        var range = signature.Require("/ByteRange").AsArray().Select(PdfValues.AsInteger).ToArray();
        return range is [0, var open, var close, var rest] && open > 0 && close > open && rest >= 0 && (long)close + rest == length
            ? (open, close)
            : throw new PdfFormatException("The signature does not cover the whole file.");
    }

    // The room kept for the signature is larger than it; what follows has to be zeros, and all of it in capitals, so that one file has one form.
    private static byte[] Unpad(string contents)
    {
        var padded = Convert.FromHexString(contents.AsSpan(1, contents.Length - 2));
        AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.DER, out _, out _, out var length);
        if (padded.AsSpan(length).ContainsAnyExcept((byte)0) || contents != $"<{Convert.ToHexString(padded)}>")
            throw new PdfFormatException("The signature is followed by something.");
        return padded[..length];
    }

    private static PdfSignatureCheck Invalid(string problem) => new(PdfSignatureState.Invalid, problem, null, null);
}
