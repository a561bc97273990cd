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
        return new Command("scan", "Reads barcodes.") { parse, Image(), Draw() };
    }

    private static Command Draw()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", DrawSymbol.Names) };
        kind.AcceptOnlyFromAmong(DrawSymbol.Names);
        var text = new Argument<string>("TEXT") { Description = "What the symbol says; for GS1 with brackets: (01)09521234543213(21)ABC." };
        var zpl = new Option<bool>("--zpl") { Description = "The same as --format zpl." };
        var format = new Option<string>("--format") { Description = "svg, zpl, or pdf: a label of 100 x 50 mm.", DefaultValueFactory = _ => "svg" };
        format.AcceptOnlyFromAmong(DrawSymbol.Formats);
        var draw = new Command("draw", "Writes a symbol as SVG, as PDF, or for a label printer. A wrong check digit is refused, also in a Digital Link or a plain symbol that says 00 and an SSCC.") { kind, text, zpl, format };
        draw.SetAction((parsed, cancel) => CommandLine.Guard(async () =>
        {
            var file = DrawSymbol.As(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(text), parsed.GetValue(zpl) ? "zpl" : parsed.GetRequiredValue(format), TimeProvider.System.GetUtcNow());
            using var output = Console.OpenStandardOutput();
            await output.WriteAsync(file, cancel);
            return 0;
        }));
        return draw;
    }

    private static Command Image()
    {
        var files = new Argument<string[]>("FILE") { Description = "Pictures: JPEG, PNG, WebP, GIF or BMP.", Arity = ArgumentArity.OneOrMore };
        var image = new Command("image", "Finds every code in each picture and prints one JSON object a line; a bad file is told in its line. Exit code 0: all were read, with or without a code; 1: at least one line has an error.") { files };
        image.SetAction((parsed, cancel) => CommandLine.Guard(async () =>
        {
            using var output = Console.OpenStandardOutput();
            return await ImageLines.Run(parsed.GetRequiredValue(files), output, cancel);
        }));
        return image;
    }
}
