namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>North American coupon codes: AI (8110) by the "Application Guideline Using GS1 DataBar Expanded", AI (8112) by the "AI (8112) Coupon Data Specification" of GS1 US.</summary>
internal static class Coupons
{
    public static Fault Check(ReadOnlySpan<char> text)
    {
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        var coupon = new CouponCursor(text);
        coupon.Counted("company prefix", 0, 6, 6);
        coupon.Fixed("offer code", 6);
        coupon.Counted("save value", 1, 5, 0);
        Purchase(ref coupon, "first purchase", false);
        if (coupon.Field('1'))
        {
            coupon.OneOf("additional purchase rules", "0123");
            Purchase(ref coupon, "second purchase", true);
        }
        if (coupon.Field('2'))
            Purchase(ref coupon, "third purchase", true);
        ReadOnlySpan<char> expiry = coupon.Field('3') ? coupon.Date("expiration date") : default;
        if (coupon.Field('4') && coupon.Date("start date") is { IsEmpty: false } start && !expiry.IsEmpty && start.SequenceCompareTo(expiry) > 0)
            coupon.Fail("the coupon expires before it starts");
        if (coupon.Field('5'))
            coupon.Counted("serial number", 0, 9, 6);
        if (coupon.Field('6'))
            coupon.Counted("retailer's company prefix or GLN", 1, 7, 6);
        if (coupon.Field('9'))
        {
            coupon.OneOf("save value code", "01256");
            coupon.OneOf("save value applies to item", "012");
            coupon.OneOf("store coupon flag", "0123456789");
            coupon.OneOf("do not multiply flag", "01");
        }
        return coupon.End();
    }

    public static Fault CheckOffer(ReadOnlySpan<char> text)
    {
        if (Charsets.Digits(text) is { IsNone: false } stranger)
            return stranger;
        var coupon = new CouponCursor(text);
        coupon.OneOf("format", "01");
        coupon.Counted("funder", 0, 6, 6);
        coupon.Fixed("offer code", 6);
        coupon.Counted("serial number", 0, 9, 6);
        return coupon.End();
    }

    private static void Purchase(ref CouponCursor coupon, string name, bool withPrefix)
    {
        coupon.Counted($"{name} requirement", 1, 5, 0);
        coupon.OneOf($"{name} requirement code", "012349");
        coupon.Fixed($"{name} family code", 3);
        if (withPrefix)
            coupon.Counted($"{name} company prefix", 0, 6, 6, noneAt: '9');
    }
}
