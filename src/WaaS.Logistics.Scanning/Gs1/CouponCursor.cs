namespace WaaS.Logistics.Scanning.Gs1;

/// <summary>Walks through the digits of a coupon; after the first fault every further step does nothing.</summary>
internal ref struct CouponCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private Fault _fault;

    /// <summary>An optional field is announced by its number.</summary>
    public bool Field(char number)
    {
        if (!_fault.IsNone || _at >= _text.Length || _text[_at] != number)
            return false;
        _at++;
        return true;
    }

    public ReadOnlySpan<char> Fixed(string name, int length)
    {
        if (!_fault.IsNone)
            return default;
        if (_text.Length - _at < length)
        {
            Fail($"the {name} is cut off");
            return default;
        }
        _at += length;
        return _text.Slice(_at - length, length);
    }

    public void OneOf(string name, string allowed)
    {
        var digit = Fixed(name, 1);
        if (!digit.IsEmpty && !allowed.Contains(digit[0]))
            Fail($"the {name} cannot be {digit[0]}", _at - 1);
    }

    /// <summary>A digit says how long the field after it is: that many digits plus <paramref name="plus"/>.</summary>
    public void Counted(string name, int least, int most, int plus, char noneAt = '\0')
    {
        var count = Fixed($"length of the {name}", 1);
        if (count.IsEmpty || count[0] == noneAt)
            return;
        var length = count[0] - '0';
        if (length < least || length > most)
            Fail($"the length of the {name} cannot be {length}", _at - 1);
        else
            Fixed(name, length + plus);
    }

    public ReadOnlySpan<char> Date(string name)
    {
        var start = _at;
        var date = Fixed(name, 6);
        if (!date.IsEmpty && DateChecks.Date(date) is { IsNone: false } fault)
            Fail($"the {name} is wrong: {fault.What}", start + fault.At);
        return date;
    }

    public void Fail(string what) => Fail(what, Math.Min(_at, Math.Max(0, _text.Length - 1)));

    public Fault End()
    {
        if (_fault.IsNone && _at < _text.Length)
            Fail("there is more than a coupon holds", _at);
        return _fault;
    }

    private void Fail(string what, int at)
    {
        if (_fault.IsNone)
            _fault = new Fault(what, at);
    }
}
