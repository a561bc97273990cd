using System.CommandLine;
using WaaS.Logistics.Host.Scan;

namespace WaaS.Logistics.Host.Commands;

internal static class ScanCommand
{
    public static Command Create()
    {
        var parse = new Command("parse", "Reads scanned payloads from standard input, one a line, and prints what each can mean as one JSON object a line. Control characters are written \\x1D, a backslash \\\\; a symbology identifier such as ]C1 may stand in front.");
        parse.SetAction((_, cancel) => CommandLine.Guard(async () =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            await ParseLines.Run(input, output, cancel);
            return 0;
        }));
        return new Command("scan", "Reads barcodes.") { parse };
    }
}
