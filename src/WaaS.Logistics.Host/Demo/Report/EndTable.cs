using Spectre.Console;
using WaaS.Logistics.Host.Demo.Ends;

namespace WaaS.Logistics.Host.Demo.Report;

/// <summary>What happened to each device.</summary>
internal static class EndTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<DeviceEnd> ends)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("", "serial", "device", "customer", "how it ended", "facts", "certificates");
        foreach (var end in ends)
            table.AddRow(
                end.IsRight ? new Text("ok", new Style(Color.Green)) : new Text("WRONG", new Style(Color.Red)),
                new Text(end.Part.Serial), new Text($"{end.Manufacturer} {end.Model}"), new Text(end.Customer), new Text(string.Join("; ", end.Wrong.Prepend(end.Found))), new Text($"{end.Facts}"),
                new Text(string.Join(", ", end.Certificates.Select(path => Path.GetFileName(path)[..^7]).Distinct())));
        console.Write(table);
    }
}
