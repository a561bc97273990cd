using System.Globalization;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Rentals.Contracts;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Rentals.ImportContracts;

/// <summary>Checks one line by itself and notes everything that is wrong with it, not only the first.</summary>
internal sealed class LineReader(int line, CsvHeader header, string[] fields, List<ImportError> errors)
{
    private const int MaxSlots = 64;
    private readonly int _before = errors.Count;

    /// <returns>Null where the line has errors.</returns>
    public ContractLine? Read()
    {
        var contract = Contract();
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
            Error("manufacturer", ImportFault.LineNoMaker, manufacturer);
        return errors.Count > _before ? null
            : new ContractLine(line, contract!, customer!, reseller, start, term, manufacturer!, model!, serial!, slots, need, productClass);
    }

    private string? Contract()
    {
        if (Text("contract", ContractNumber.MaxLength) is not { } number)
            return null;
        return ContractNumber.IsOne(number) ? number : Error<string?>("contract", ImportFault.LineNoNumber, number);
    }

    private string? Text(string column, int max, bool required = true)
    {
        var value = header.Value(column, fields);
        if (value.Length == 0)
            return required ? Error<string?>(column, ImportFault.LineEmpty, column) : null;
        if (value.Length > max)
            return Error<string?>(column, ImportFault.LineTooLong, column, max);
        // It turns the direction of what follows, or makes two names that look alike two customers.
        return UnseenCharacters.In(value) ? Error<string?>(column, ImportFault.LineControl, column) : value;
    }

    private DateOnly Start()
    {
        var value = header.Value("start", fields);
        return DateOnly.TryParseExact(value, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year is >= 2000 and < 2100
            ? start : Error<DateOnly>("start", ImportFault.LineNoDate, value);
    }

    private int TermMonths()
    {
        var value = header.Value("termMonths", fields);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Term.Offered.Contains(months)
            ? months : Error<int>("termMonths", ImportFault.LineNoTerm, value, string.Join(", ", Term.Offered));
    }

    private string? Serial()
    {
        if (Text("serial", DeviceSerial.MaxLength) is not { } serial)
            return null;
        if (DeviceSerial.Key(serial) is not { } key)
            return Error<string?>("serial", ImportFault.LineNoSerial, serial);
        return DeviceSerial.IsPlaceholder(key)
            ? Error<string?>("serial", ImportFault.LinePlaceholder, serial) : serial;
    }

    private int? CarrierSlots()
    {
        var value = header.Value("carrierSlots", fields);
        if (value.Length == 0)
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots <= MaxSlots
            ? slots : Error<int?>("carrierSlots", ImportFault.LineNoSlots, value, MaxSlots);
    }

    private ProtectionNeed Need()
    {
        var value = header.Value("protectionNeed", fields);
        if (value.Length == 0)
            return ProtectionNeed.Normal;
        return ProtectionNeeds.ByWord.TryGetValue(value, out var need)
            ? need : Error<ProtectionNeed>("protectionNeed", ImportFault.LineNoNeed, value, string.Join(", ", ProtectionNeeds.ByWord.Keys));
    }

    private void Error(string column, ImportFault fault, params object?[] arguments) => errors.Add(new ImportError(line, column, fault, arguments));

    private T? Error<T>(string column, ImportFault fault, params object?[] arguments)
    {
        Error(column, fault, arguments);
        return default;
    }
}
