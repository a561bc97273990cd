namespace WaaS.Logistics.Scanning;

/// <summary>
/// ISO 7064 MOD 37-2 over the digits and the letters A to Z; the check character may also be an asterisk. Catches every single wrong
/// character and every swap of two neighbours. (The hybrid MOD 37,36 of the same standard misses one swap in 648.)
/// </summary>
internal static class CheckCharacter
{
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string WithCheck = Alphabet + "*";
    private const int Modulus = 37;

    public static char Of(string text)
    {
        var sum = Weigh(text) * 2 % Modulus;
        return WithCheck[(Modulus + 1 - sum) % Modulus];
    }

    /// <param name="text">Ends with the check character.</param>
    public static bool Holds(string text) => Weigh(text) == 1;

    private static int Weigh(string text)
    {
        var sum = 0;
        foreach (var character in text)
            sum = (sum * 2 + ValueOf(character)) % Modulus;
        return sum;
    }

    // -1 for anything else, as the alphabet itself would say.
    private static int ValueOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        '*' => 36,
        _ => -1,
    };
}
