using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using WaaS.Logistics.Documents.Pdf.Format;

namespace WaaS.Logistics.Documents.Pdf.Signing;

/// <summary>
/// Signs a PDF as PAdES baseline B-B asks (ETSI EN 319 142-1): a detached CMS over every byte of the file but its own value,
/// with the certificate's hash among the signed attributes, and the time in the signature dictionary alone.
/// </summary>
public static class PdfSigner
{
    private const string NoRange = "[0 0000000000 0000000000 0000000000]";
    private const int RoomBesideCertificate = 1024;

    /// <summary>Returns the same file with the signature appended.</summary>
    /// <exception cref="PdfFormatException">The PDF is of a form not known here, or is signed already.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> pdf, SigningIdentity identity, SigningDetails details)
    {
        var file = PdfFile.Parse(pdf);
        var catalog = file.Dictionary(file.Root);
        if (catalog.Has("/AcroForm"))
            throw new PdfFormatException("The PDF already has a form or a signature; a second one is not supported.");

        var room = identity.Certificate.RawData.Length + RoomBesideCertificate;
        var update = new PdfUpdate(file);
        var signature = update.Add(SignatureDictionary(identity, details, room));
        var page = FirstPage(file, catalog);
        var field = update.Add(
            $"<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /F 132 /Rect [0 0 0 0] /P {page} /V {signature}>>");
        var pageDictionary = file.Dictionary(page);
        string[] annotations = [.. pageDictionary["/Annots"] is { } present ? file.Array(present) : [], field.ToString()];
        update.Set(page, pageDictionary.With("/Annots", $"[{string.Join(' ', annotations)}]").ToString());
        update.Set(file.Root, catalog.With("/AcroForm", $"<</Fields [{field}] /SigFlags 3>>").ToString());

        var (bytes, positions) = update.Build();
        return Fill(bytes, positions[signature.Number], room, identity);
    }

    private static string SignatureDictionary(SigningIdentity identity, SigningDetails details, int room)
    {
        var text = new StringBuilder("<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n");
        text.Append(CultureInfo.InvariantCulture, $"/M {PdfValues.Date(details.SignedAt)}\n");
        text.Append(CultureInfo.InvariantCulture, $"/Name {PdfValues.Text(identity.Name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"/Reason {PdfValues.Text(details.Reason)}\n");
        if (details.Place is { } place)
            text.Append(CultureInfo.InvariantCulture, $"/Location {PdfValues.Text(place)}\n");
        return text.Append(CultureInfo.InvariantCulture, $"/ByteRange {NoRange}\n/Contents <{new string('0', room * 2)}>>>").ToString();
    }

    private static PdfReference FirstPage(PdfFile file, PdfDictionary catalog)
    {
        var node = catalog.Reference("/Pages");
        for (var depth = 0; depth < 32; depth++)
        {
            var dictionary = file.Dictionary(node);
            if (dictionary["/Type"] == "/Page")
                return node;
            if (file.Array(dictionary.Require("/Kids")) is not [var first, ..] || first.AsReference() is not { } child)
                throw new PdfFormatException("The PDF has no page to hold the signature field.");
            node = child;
        }
        throw new PdfFormatException("The page tree is nested too deeply.");
    }

    private static byte[] Fill(byte[] bytes, int position, int room, SigningIdentity identity)
    {
        var range = position + bytes.AsSpan(position).IndexOf(Encoding.ASCII.GetBytes(NoRange));
        var open = position + bytes.AsSpan(position).IndexOf("/Contents <"u8) + "/Contents ".Length;
        var close = open + room * 2 + 2;
        Encoding.ASCII.GetBytes($"[0 {open:D10} {close:D10} {bytes.Length - close:D10}]").CopyTo(bytes, range);

        var cms = DetachedCms.Sign([.. bytes.AsSpan(0, open), .. bytes.AsSpan(close)], identity);
        if (cms.Length > room)
            throw new CryptographicException($"The signature takes {cms.Length} bytes, {room} are kept free for it.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(bytes, open + 1);
        return bytes;
    }
}
