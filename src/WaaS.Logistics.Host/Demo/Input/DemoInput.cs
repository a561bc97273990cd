namespace WaaS.Logistics.Host.Demo.Input;

/// <summary>One data carrier as <c>carriers.csv</c> names it.</summary>
internal sealed record Carrier(string Device, string Slot, string Serial, int Mebibytes);

/// <summary>One line of <c>contracts.csv</c>, as far as the demo's people need it.</summary>
internal sealed record RentedLine(string Contract, string Customer, string Manufacturer, string Model, string Serial, int CarrierSlots, string ProtectionNeed, string ProductClass);

/// <summary>The files of <c>deploy/demo</c>, which lie beside the program.</summary>
internal sealed class DemoInput
{
    private DemoInput(string folder)
    {
        Folder = folder;
        ContractsFile = Path.Combine(folder, "contracts.csv");
        Devices = [.. Lines(ContractsFile).Select(f => new RentedLine(f["contract"], f["customer"], f["manufacturer"], f["model"], f["serial"], int.Parse(f["carrierSlots"]), f["protectionNeed"], f["productClass"]))];
        Carriers = [.. Lines(Path.Combine(folder, "carriers.csv")).Select(f => new Carrier(f["device"], f["slot"], f["carrier"], int.Parse(f["mebibytes"])))];
    }

    public string Folder { get; }

    public string ContractsFile { get; }

    public IReadOnlyList<RentedLine> Devices { get; }

    public IReadOnlyList<Carrier> Carriers { get; }

    /// <summary>What an image is searched for: every line of the documents that lie on it.</summary>
    public IReadOnlyList<string> PlantedLines => [.. Directory.EnumerateFiles(Path.Combine(Folder, "files")).SelectMany(File.ReadAllLines).Where(line => line.Length >= 20).Distinct()];

    public static DemoInput Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "demo");
        return Directory.Exists(folder) ? new DemoInput(folder) : throw new DemoFailedException($"The demo's input is not beside the program: {folder} is missing.");
    }

    public RentedLine? Device(string serial) => Devices.SingleOrDefault(device => device.Serial == serial);

    public IReadOnlyList<Carrier> CarriersOf(string device) => [.. Carriers.Where(carrier => carrier.Device == device)];

    // Our own files, without quotes; what people send is read by the import.
    private static IEnumerable<Dictionary<string, string>> Lines(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
