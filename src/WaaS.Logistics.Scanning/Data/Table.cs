namespace WaaS.Logistics.Scanning.Data;

/// <summary>One of the tables that travel inside the library: tab-separated, '#' begins a remark, the first other line names the columns.</summary>
internal static class Table
{
    /// <exception cref="InvalidDataException">A line has not as many columns as the table.</exception>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"The table {name} is not in the library.");
        using var reader = new StreamReader(stream);
        string[]? columns = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (columns is null)
                columns = cells;
            else if (cells.Length == columns.Length)
                yield return cells;
            else
                throw new InvalidDataException($"{name}: the line '{line}' has {cells.Length} columns, not {columns.Length}.");
        }
    }
}
