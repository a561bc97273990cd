namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>What must hold between the lines of one file.</summary>
internal static class FileRules
{
    public static void Check(IReadOnlyList<ContractLine> lines, List<ImportError> errors)
    {
        foreach (var contract in lines.GroupBy(line => line.Contract, StringComparer.Ordinal))
            foreach (var line in contract.Skip(1))
                CheckAgrees(contract.First(), line, errors);
        foreach (var device in lines.GroupBy(line => (line.MakerKey, line.SerialKey)))
            foreach (var line in device.Skip(1))
                errors.Add(new ImportError(line.Line, "serial", ImportFault.LineTwice, line.Manufacturer, line.Serial, device.First().Line));
    }

    private static void CheckAgrees(ContractLine first, ContractLine line, List<ImportError> errors)
    {
        Same("customer", first.Customer, line.Customer);
        Same("reseller", first.Reseller, line.Reseller);
        Same("start", first.Start, line.Start);
        Same("termMonths", first.TermMonths, line.TermMonths);

        void Same<TValue>(string column, TValue expected, TValue found)
        {
            if (!EqualityComparer<TValue>.Default.Equals(expected, found))
                errors.Add(new ImportError(line.Line, column, ImportFault.LineOtherValue, line.Contract, column, first.Line));
        }
    }
}
