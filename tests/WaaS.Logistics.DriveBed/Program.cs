using WaaS.Logistics.DriveBed;

// The station's own program on a machine that calls itself what a file says: a process of its own, which a test may kill.
if (args is ["station", var machine, .. var said])
{
    return await Pretended.RunAsync(machine, said);
}

// The same at a bench, with a drive of ours behind an image: what it erases is that file.
if (args is ["bench", var image, .. var told])
{
    return await Pretended.AtTheBenchAsync(image, told);
}

// Runs inside a User Mode Linux, where every block device is made here; on a machine with disks of its own it does nothing.
if (args is not [var work, var part] || Environment.GetEnvironmentVariable("WAAS_DRIVE_BED") != "inside")
{
    Console.Error.WriteLine("The drive bed runs only inside the machine that its tests start.");
    return 2;
}

var bed = new Bed(work);
if (part == "emulated")
{
    await EmulatedWipes.RunAsync(bed);
}
else if (part == "nvme")
{
    await NvmeWipes.RunAsync(bed);
}
else if (part == "machines")
{
    await Machines.RunAsync(bed);
}
else
{
    await Refusals.RunAsync(bed);
    await Wipes.RunAsync(bed);
    Faults.Run(bed);
}

bed.Finish();
return 0;
