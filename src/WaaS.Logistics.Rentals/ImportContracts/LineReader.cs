using System.Globalization;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Rentals.Resources;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Checks one line by itself and notes everything that is wrong with it, not only the first.</summary>
internal sealed class LineReader(int line, CsvHeader header, string[] fields, List<ImportError> errors)
{
    private static readonly Texts T = new();
    private const int MaxSlots = 64;
    private readonly int _before = errors.Count;

    /// <returns>Null where the line has errors.</returns>
    public ContractLine? Read()
    {
        var contract = Text("contract", 40);
        var customer = Text("customer", 100);
        var reseller = Text("reseller", 100, required: false);
        var start = Start();
        var term = TermMonths();
        var manufacturer = Text("manufacturer", 60);
        var model = Text("model", 100);
        var serial = Serial();
        var slots = CarrierSlots();
        var need = Need();
        var productClass = Text("productClass", 60, required: false);
        if (manufacturer is not null && DeviceMaker.Key(manufacturer).Length == 0)
            Error("manufacturer", T["Line_NoMaker", manufacturer]);
        return errors.Count > _before ? null
            : new ContractLine(line, contract!, customer!, reseller, start, term, manufacturer!, model!, serial!, slots, need, productClass);
    }

    private string? Text(string column, int max, bool required = true)
    {
        var value = header.Value(column, fields);
        if (value.Length == 0)
            return required ? Error<string?>(column, T["Line_Empty", column]) : null;
        if (value.Length > max)
            return Error<string?>(column, T["Line_TooLong", column, max]);
        return value.Any(char.IsControl) ? Error<string?>(column, T["Line_Control", column]) : value;
    }

    private DateOnly Start()
    {
        var value = header.Value("start", fields);
        return DateOnly.TryParseExact(value, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year is >= 2000 and < 2100
            ? start : Error<DateOnly>("start", T["Line_NoDate", value]);
    }

    private int TermMonths()
    {
        var value = header.Value("termMonths", fields);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Term.Offered.Contains(months)
            ? months : Error<int>("termMonths", T["Line_NoTerm", value, string.Join(", ", Term.Offered)]);
    }

    private string? Serial()
    {
        if (Text("serial", DeviceSerial.MaxLength) is not { } serial)
            return null;
        if (DeviceSerial.Key(serial) is not { } key)
            return Error<string?>("serial", T["Line_NoSerial", serial]);
        return DeviceSerial.IsPlaceholder(key)
            ? Error<string?>("serial", T["Line_Placeholder", serial]) : serial;
    }

    private int? CarrierSlots()
    {
        var value = header.Value("carrierSlots", fields);
        if (value.Length == 0)
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots <= MaxSlots
            ? slots : Error<int?>("carrierSlots", T["Line_NoSlots", value, MaxSlots]);
    }

    private ProtectionNeed Need()
    {
        var value = header.Value("protectionNeed", fields);
        if (value.Length == 0)
            return ProtectionNeed.Normal;
        return ProtectionNeeds.ByWord.TryGetValue(value, out var need)
            ? need : Error<ProtectionNeed>("protectionNeed", T["Line_NoNeed", value, string.Join(", ", ProtectionNeeds.ByWord.Keys)]);
    }

    private void Error(string column, string message) => errors.Add(new ImportError(line, column, message));

    private T? Error<T>(string column, string message)
    {
        Error(column, message);
        return default;
    }
}
