using System.Text;

namespace WaaS.Logistics.Scanning.Layout;

/// <summary>What each key writes under each layout, row by row, without and with shift (the layouts of Windows: US, Germany, France).</summary>
internal sealed class KeyRows
{
    private const string Us = "`1234567890-=~!@#$%^&*()_+qwertyuiop[]\\QWERTYUIOP{}|asdfghjkl;'ASDFGHJKL:\"zxcvbnm,./ZXCVBNM<>?";
    private const string Acute = "\u0301", Grave = "\u0300", Circumflex = "\u0302", Diaeresis = "\u0308";

    public static readonly KeyRows German = new("^1234567890ß´°!\"§$%&/()=?`qwertzuiopü+#QWERTZUIOPÜ*'asdfghjklöäASDFGHJKLÖÄyxcvbnm,.-YXCVBNM;:_", [('^', Circumflex), ('´', Acute), ('`', Grave)], "äöüÄÖÜ");
    // The key left of 1 writes nothing with shift; '~' stands for itself there.
    public static readonly KeyRows French = new("²&é\"'(-è_çà)=~1234567890°+azertyuiop^$*AZERTYUIOP¨£µqsdfghjklmùQSDFGHJKLM%wxcvbn,;:!WXCVBN?./§", [('^', Circumflex), ('¨', Diaeresis)], "éèçàù");

    private readonly Dictionary<char, char> _meant = [];
    private readonly Dictionary<char, char> _typed = [];
    private readonly (char Key, string Accent)[] _dead;
    private readonly string _ownLetters;

    private KeyRows(string rows, (char Key, string Accent)[] dead, string ownLetters)
    {
        (_dead, _ownLetters) = (dead, ownLetters);
        for (var i = 0; i < Us.Length; i++)
        {
            _meant[rows[i]] = Us[i];
            _typed[Us[i]] = rows[i];
        }
    }

    public static KeyRows? Of(KeyboardLayout layout) => layout switch { KeyboardLayout.German => German, KeyboardLayout.French => French, _ => null };

    /// <summary>What arrives when a scanner that thinks it sits on a US keyboard types the text. A dead key melts into the letter after it where there is such a letter.</summary>
    public string Type(string text)
    {
        var typed = new StringBuilder(text.Length);
        var accent = default((char Key, string Accent)?);
        foreach (var character in text)
        {
            var next = _typed.GetValueOrDefault(character, character);
            if (accent is { } waiting)
            {
                var melted = $"{next}{waiting.Accent}".Normalize(NormalizationForm.FormC);
                // The layouts know only melted letters of Latin 1.
                typed.Append(melted is [<= '\xFF'] ? melted : next == ' ' ? $"{waiting.Key}" : $"{waiting.Key}{next}");
                accent = null;
            }
            else if (Array.Find(_dead, dead => dead.Key == next) is { Accent: not null } found)
                accent = found;
            else
                typed.Append(next);
        }
        return accent is { } last ? typed.Append(last.Key).ToString() : typed.ToString();
    }

    /// <summary>The way back: what the scanner meant.</summary>
    public string Repair(string text)
    {
        var meant = new StringBuilder(text.Length + 4);
        foreach (var character in text)
            if (character >= 128 && !_ownLetters.Contains(character) && Parted(character) is { } parts)
                meant.Append(parts);
            else
                meant.Append(_meant.GetValueOrDefault(character, character));
        return meant.ToString();
    }

    private string? Parted(char letter)
    {
        if (char.IsSurrogate(letter) || $"{letter}".Normalize(NormalizationForm.FormD) is not { Length: 2 } parts)
            return null;
        foreach (var (key, accent) in _dead)
            if (parts[1] == accent[0])
                return $"{_meant[key]}{_meant.GetValueOrDefault(parts[0], parts[0])}";
        return null;
    }
}
