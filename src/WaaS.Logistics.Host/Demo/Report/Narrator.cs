using System.Diagnostics;
using Spectre.Console;

namespace WaaS.Logistics.Host.Demo.Report;

/// <summary>Tells what is going on: with a moving line on a terminal, plain lines anywhere else.</summary>
internal sealed class Narrator(IAnsiConsole console)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private StatusContext? _status;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <param name="toErrors">Where standard output belongs to the result alone.</param>
    public static Narrator On(TextWriter writer, bool isTerminal) => new(Console(writer, isTerminal));

    public static IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        // A file or a pipe has no width; lines that break there could not be searched.
        if (!isTerminal)
            console.Profile.Width = 240;
        return console;
    }

    public async Task Act(string title, Func<Task> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            console.WriteLine(title);
            await work();
            return;
        }
        await console.Status().StartAsync(Markup.Escape(title) + " ...", async status =>
        {
            _status = status;
            await work();
            _status = null;
        });
        console.MarkupLineInterpolated($"[green]✓[/] {title}");
    }

    /// <summary>Something happened.</summary>
    public void Say(string sentence) => console.WriteLine($"  {_watch.Elapsed.TotalSeconds,5:0.0} s  {sentence}");

    /// <summary>Something is going on; on a terminal alone, and gone with the next.</summary>
    public void Meanwhile(string sentence) => _status?.Status(Markup.Escape(sentence));
}
