namespace WaaS.Logistics.Rentals.Contracts;

/// <summary>A contract's number stands in the address of its page; what an address would take for another one is none.</summary>
internal static class ContractNumber
{
    public const int MaxLength = 40;

    /// <summary>A letter or digit at least, since <c>.</c> and <c>..</c> are ways in a path; no per cent sign, which would be decoded into another number; and no name of a page.</summary>
    public static bool IsOne(string number) =>
        number.Length <= MaxLength && number.Any(char.IsLetterOrDigit) && !number.Contains('%') && !number.Equals("import", StringComparison.OrdinalIgnoreCase);
}
