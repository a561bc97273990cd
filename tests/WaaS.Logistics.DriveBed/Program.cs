using WaaS.Logistics.DriveBed;

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
else
{
    await Refusals.RunAsync(bed);
    await Wipes.RunAsync(bed);
    Faults.Run(bed);
}

bed.Finish();
return 0;
