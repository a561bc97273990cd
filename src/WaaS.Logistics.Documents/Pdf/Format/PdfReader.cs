using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Documents.Pdf.Format;

/// <summary>Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) at a position. Values come back as their own bytes, in Latin-1.</summary>
internal ref struct PdfReader(ReadOnlySpan<byte> bytes, int position)
{
    private const int DeepestNesting = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    public int Position { get; private set; } = position;

    public readonly bool AtEnd => Position >= _bytes.Length;

    public void SkipSpace()
    {
        while (!AtEnd)
        {
            if (_bytes[Position] == '%')
            {
                while (!AtEnd && _bytes[Position] is not ((byte)'\n' or (byte)'\r'))
                    Position++;
            }
            else if (IsSpace(_bytes[Position]))
                Position++;
            else
                return;
        }
    }

    public bool TryTake(string text)
    {
        SkipSpace();
        if (!StartsWith(text))
            return false;
        Position += text.Length;
        return true;
    }

    public void Take(string text)
    {
        if (!TryTake(text))
            throw Unexpected($"'{text}'");
    }

    public int TakeInteger()
    {
        SkipSpace();
        var start = Position;
        while (!AtEnd && _bytes[Position] is >= (byte)'0' and <= (byte)'9')
            Position++;
        return int.TryParse(_bytes[start..Position], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected("a whole number");
    }

    public PdfDictionary TakeDictionary()
    {
        var entries = new List<KeyValuePair<string, string>>();
        Take("<<");
        while (!TryTake(">>"))
        {
            var key = TakeName();
            if (entries.Any(entry => entry.Key == key))
                throw new PdfFormatException($"The key {key} stands twice in one dictionary (near byte {Position}).");
            entries.Add(new(key, TakeValue()));
        }
        return new(entries);
    }

    public string TakeName()
    {
        SkipSpace();
        if (AtEnd || _bytes[Position] != '/')
            throw Unexpected("a name");
        return TakeRegular();
    }

    /// <summary>Any value; a reference ("12 0 R") is one value.</summary>
    public string TakeValue()
    {
        SkipSpace();
        var start = Position;
        if (++_depth > DeepestNesting)
            throw new PdfFormatException($"Values are nested deeper than {DeepestNesting} (near byte {Position}).");
        if (AtEnd)
            throw Unexpected("a value");
        switch ((char)_bytes[Position])
        {
            case '<' when StartsWith("<<"):
                TakeDictionary();
                break;
            case '<':
                PassHexString();
                break;
            case '(':
                PassLiteralString();
                break;
            case '[':
                Position++;
                while (!TryTake("]"))
                    TakeValue();
                break;
            case ')' or '>' or ']':
                throw Unexpected("a value");
            default:
                PassNumberOrKeyword();
                break;
        }
        _depth--;
        return Encoding.Latin1.GetString(_bytes[start..Position]);
    }

    private void PassNumberOrKeyword()
    {
        var start = Position;
        TakeRegular();
        if (_bytes[start..Position].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return;
        var afterNumber = Position;
        SkipSpace();
        while (!AtEnd && _bytes[Position] is >= (byte)'0' and <= (byte)'9')
            Position++;
        SkipSpace();
        if (!AtEnd && _bytes[Position] == 'R' && Position > afterNumber + 2)
            Position++;
        else
            Position = afterNumber;
    }

    private string TakeRegular()
    {
        var start = Position++;
        while (!AtEnd && !IsSpace(_bytes[Position]) && !"()<>[]/%"u8.Contains(_bytes[Position]))
            Position++;
        return Encoding.Latin1.GetString(_bytes[start..Position]);
    }

    private void PassHexString()
    {
        var end = _bytes[Position..].IndexOf((byte)'>');
        if (end < 0)
            throw Unexpected("'>' after a hexadecimal string");
        Position += end + 1;
    }

    private void PassLiteralString()
    {
        var open = 0;
        for (; !AtEnd; Position++)
        {
            switch ((char)_bytes[Position])
            {
                case '\\':
                    Position++;
                    break;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    Position++;
                    return;
            }
        }
        throw Unexpected("')' after a string");
    }

    private readonly bool StartsWith(string text)
    {
        if (_bytes.Length - Position < text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
            if (_bytes[Position + i] != text[i])
                return false;
        return true;
    }

    private readonly PdfFormatException Unexpected(string wanted) => new($"Expected {wanted} at byte {Position}.");

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
