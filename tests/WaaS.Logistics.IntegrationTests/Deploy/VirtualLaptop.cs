using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using WaaS.Logistics.Tests.Erasure;

namespace WaaS.Logistics.IntegrationTests.Deploy;

/// <summary>A laptop in QEMU: SMBIOS names, a disk built in, and sticks plugged in. Started, typed on, looked at, and switched off without warning.</summary>
internal sealed class VirtualLaptop : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _machine;
    private Socket? _control;

    private VirtualLaptop(string folder, Process machine) => (_folder, _machine) = (folder, machine);

    public static string Missing => new[] { "/usr/bin/qemu-system-x86_64", "/usr/bin/mformat" }.FirstOrDefault(file => !File.Exists(file)) is { } absent ? $"{absent} is not there" : "";

    public bool IsOff => _machine.HasExited;

    /// <summary>What QEMU complained of.</summary>
    public string Complaint => _machine.HasExited ? _machine.StandardError.ReadToEnd() : "";

    /// <param name="folder">An empty one.</param>
    /// <param name="live">The image that make-image built.</param>
    /// <param name="inner">The disk built in.</param>
    /// <param name="stick">Another stick.</param>
    public static VirtualLaptop Start(string folder, string live, string inner, string innerSerial, string stick, string serial)
    {
        Directory.CreateDirectory(folder);
        // The boot loader reads by the firmware's USB, which takes minutes where no processor helps: the same kernel is started directly.
        Shell.Run("mcopy", "-i", live + "@@1M", "::/live/vmlinuz", "::/live/initrd.img", folder);
        string[] line =
        [
            "-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "Westmere", "-smp", "2", "-m", "2048", "-display", "none", "-vga", "std",
            "-smbios", $"type=1,manufacturer=LENOVO,product=ThinkPad T14 Gen 3 (21AH00),serial={serial}",
            "-kernel", $"{folder}/vmlinuz", "-initrd", $"{folder}/initrd.img", "-append", "boot=live toram components quiet loglevel=1 net.ifnames=0 noautomount nopersistence raid=noautodetect",
            "-device", "qemu-xhci,id=usb",
            "-drive", $"if=none,id=live,format=raw,readonly=on,file={live}", "-device", "usb-storage,bus=usb.0,drive=live,removable=on",
            "-drive", $"if=none,id=stick,format=raw,file={stick}", "-device", "usb-storage,bus=usb.0,drive=stick,removable=on",
            "-drive", $"if=none,id=inner,format=raw,cache=none,file={inner}", "-device", $"ide-hd,drive=inner,serial={innerSerial},rotation_rate=7200",
            "-nic", "user,model=e1000", "-qmp", $"unix:{folder}/qmp,server=on,wait=off",
        ];
        return new VirtualLaptop(folder, Process.Start(new ProcessStartInfo("qemu-system-x86_64", line) { RedirectStandardError = true })!);
    }

    /// <summary>A FAT stick with one file on it.</summary>
    public static string Stick(string path, string label, string name, string content)
    {
        using (var stick = File.Create(path))
            stick.SetLength(8 << 20);
        File.WriteAllText(path + ".content", content);
        Shell.Run("mformat", "-i", path, "-v", label, "::");
        Shell.Run("mcopy", "-i", path, path + ".content", "::" + name);
        return path;
    }

    public async Task Type(string text)
    {
        foreach (var letter in text)
            await Order("send-key", new { keys = new[] { new { type = "qcode", data = letter switch { '\n' => "ret", '-' => "minus", _ => letter.ToString() } } } });
    }

    public async Task Picture(string file)
    {
        var raw = Path.Combine(_folder, "screen.png");
        await Order("screendump", new { filename = raw, format = "png" });
        File.Copy(raw, file, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (!_machine.HasExited)
            _machine.Kill();
        await _machine.WaitForExitAsync();
        _machine.Dispose();
    }

    private async Task Order(string command, object arguments)
    {
        if (_control is null)
        {
            _control = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await _control.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "qmp")));
            await Answer();
            await Send(new { execute = "qmp_capabilities" });
            await Answer();
        }
        await Send(new { execute = command, arguments });
        string said;
        while ((said = await Answer()).Contains("\"event\"", StringComparison.Ordinal))
        {
        }
        if (!said.Contains("\"return\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"{command}: {said}");
    }

    private async Task Send(object order) => await _control!.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(order) + "\n"));

    private async Task<string> Answer()
    {
        var line = new StringBuilder();
        var letter = new byte[1];
        while (await _control!.ReceiveAsync(letter) == 1 && letter[0] != '\n')
            line.Append((char)letter[0]);
        return line.ToString();
    }
}
