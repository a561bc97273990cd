namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Which column stands where. Names are compared without regard to case; order does not matter.</summary>
internal sealed class CsvHeader
{
    private static readonly string[] Required = ["contract", "customer", "reseller", "start", "termMonths", "manufacturer", "model", "serial", "carrierSlots"];
    private static readonly string[] Optional = ["protectionNeed", "productClass"];
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    private CsvHeader(int width) => Width = width;

    public int Width { get; }

    /// <returns>Empty where the optional column is not in the file.</returns>
    public string Value(string column, string[] fields) => _positions.TryGetValue(column, out var at) ? fields[at] : "";

    public static CsvHeader Read(string[] names)
    {
        var header = new CsvHeader(names.Length);
        var errors = new List<ImportError>();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length == 0)
                errors.Add(new ImportError(1, null, ImportFault.FileUnnamedColumn, i + 1));
            else if (!Required.Concat(Optional).Contains(names[i], StringComparer.OrdinalIgnoreCase))
                errors.Add(new ImportError(1, names[i], ImportFault.FileNoColumn, names[i], string.Join(", ", Required.Concat(Optional))));
            else if (!header._positions.TryAdd(names[i], i))
                errors.Add(new ImportError(1, names[i], ImportFault.FileColumnTwice, names[i]));
        }
        errors.AddRange(Required.Where(name => !header._positions.ContainsKey(name)).Select(name => new ImportError(1, name, ImportFault.FileColumnMissing, name)));
        return errors.Count == 0 ? header : throw new ImportRefusedException(errors);
    }
}
