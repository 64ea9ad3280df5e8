-- What all dissectors below share.
local M = {}        -- messages by name
local carried = {}  -- by table and value: what is carried under it

-- Arithmetic of C# on numbers that are not negative.
local function band(a, b)
    local result, place = 0, 1
    while a > 0 and b > 0 do
        if a % 2 == 1 and b % 2 == 1 then result = result + place end
        a, b, place = math.floor(a / 2), math.floor(b / 2), place * 2
    end
    return result
end
local function bor(a, b) return a + b - band(a, b) end
local function bxor(a, b) return a + b - 2 * band(a, b) end
local function shl(a, n) return a * 2 ^ n % 4294967296 end
local function shr(a, n) return math.floor(a / 2 ^ n) end

local function range(buf, at, n) return buf:range(at, n) end

local function add(tree, field, place, value)
    if not tree then return end
    if value == nil then tree:add(field, place) else tree:add(field, place, value) end
end

-- A number of up to 64 bits; those of more than 32 are UInt64.
local function number(buf, bit_at, width, little)
    local first = math.floor(bit_at / 8)
    local place = range(buf, first, math.floor((bit_at + width + 7) / 8) - first)
    if bit_at % 8 == 0 and width % 8 == 0 then
        if width <= 32 then return little and place:le_uint() or place:uint(), place end
        return little and place:le_uint64() or place:uint64(), place
    end
    return place:bitfield(bit_at % 8, width), place
end

-- Bits that are counted from the least significant one of a little-endian word.
local function lsb(buf, at, n, first, width)
    local place, word = range(buf, at, n), 0
    for i = n - 1, 0, -1 do word = word * 256 + range(buf, at + i, 1):uint() end
    return math.floor(word / 2 ^ first) % 2 ^ width, place
end

local function plain(value) return type(value) == "number" and value or value:tonumber() end

local function signed(value, width)
    return value >= 2 ^ (width - 1) and value - 2 ^ width or value
end

-- A number as Wireshark has those of 64 bits.
local function big(value) return UInt64.new(value % 4294967296, math.floor(value / 4294967296)) end

-- How many digits stand at a place: as many as wanted, or as there are.
local function digits(buf, at, limit, count, radix)
    local n = 0
    while at + n < limit and (count == 0 or n < count) and tonumber(range(buf, at + n, 1):string(), radix) do n = n + 1 end
    return (count == 0 or n == count) and n or 0
end

-- Whether bytes stand at a place.
local function starts(buf, at, limit, text)
    if at + #text > limit then return false end
    for i = 1, #text do
        if range(buf, at + i - 1, 1):uint() ~= text:byte(i) then return false end
    end
    return true
end

-- Where bytes stand, at a place or behind it; nil if nowhere.
local function find(buf, at, limit, text, escape)
    while at + #text <= limit do
        if starts(buf, at, limit, text) then return at end
        at = at + (escape >= 0 and range(buf, at, 1):uint() == escape and 2 or 1)
    end
    return nil
end

-- The message cannot be read: for want of bytes that may still come, or because it is wrong.
local function fail(c, limit, field)
    c.lacks, c.field = limit >= c.len, field
    return nil
end

local function wrong(c, field)
    c.lacks, c.field = false, field
    return nil
end

-- A message within another one.
local function part(c, m, buf, at, limit, tree)
    if c.depth >= 32 then return wrong(c, m.name) end
    c.depth = c.depth + 1
    local item = tree and tree:add(m.proto, range(buf, at, limit - at))
    local stop, f = m.dissect(c, buf, at, limit, item)
    c.depth = c.depth - 1
    if item and stop then item:set_len(stop - at) end
    if item and not stop then item:append_text(" [malformed: " .. tostring(c.field) .. "]") end
    return stop, f
end

local function is_carried(name, carrier, tags)
    for _, tag in ipairs(tags) do
        for _, entry in ipairs(carried[tag[1]] and carried[tag[1]][tag[2]] or {}) do
            if (not name or entry.name == name) and (not entry.carrier or entry.carrier == carrier) and (not entry.field or entry.field == tag[3]) then
                return entry.name
            end
        end
    end
    return nil
end

-- What a message carries: one of its own cases, the next layer, or bytes.
local function payload(c, m, field, tree, buf, at, n, tags, cases)
    if cases then
        for _, name in ipairs(cases) do
            if n > 0 and (#tags == 0 and m.untagged or is_carried(name, m.name, tags)) then
                local lacks, what = c.lacks, c.field
                part(c, M[name], buf, at, at + n, tree)
                c.lacks, c.field = lacks, what
                return
            end
        end
    elseif n > 0 and c.depth == 0 then
        local name = is_carried(nil, m.name, tags)
        if name then
            c.next = { message = M[name], at = at, limit = at + n }
            return
        end
        for _, tag in ipairs(tags) do
            local known = tag[4] and DissectorTable.get(tag[4]):get_dissector(tag[2])
            if known then
                c.next = { dissector = known, at = at, limit = at + n }
                return
            end
        end
    end
    if n > 0 then add(tree, field, range(buf, at, n)) end
end

-- A message and the layers above it. The first pass shows nothing: it finds out whether the message is whole.
local function layers(c, m, buf, at, limit)
    c.depth, c.next = 0, nil
    local stop = m.dissect(c, buf, at, limit, nil)
    if not stop and c.lacks and c.pinfo.can_desegment > 0 then return nil end
    local lacks, what = c.lacks, c.field
    c.depth, c.next = 0, nil
    c.pinfo.cols.protocol = m.title
    local item = c.root:add(m.proto, range(buf, at, (stop or limit) - at))
    m.dissect(c, buf, at, limit, item)
    if not stop then
        item:append_text((lacks and " [incomplete: " or " [malformed: ") .. tostring(what) .. "]")
        return limit
    end
    local above = c.next
    if above and above.message then
        layers(c, above.message, buf, above.at, above.limit)
    elseif above then
        -- What it cannot read, it has said in the tree.
        pcall(function() above.dissector:call(range(buf, above.at, above.limit - above.at):tvb(), c.pinfo, c.root) end)
    end
    return stop
end

-- Under one value of a table there may be several messages: requests to a port, and answers from it.
local function pick(m, pinfo)
    for _, other in ipairs(m.siblings or {}) do
        if not other.port or pinfo[other.port] == other.value then return M[other.name] end
    end
    return m
end

local function dissector(first)
    return function(buf, pinfo, root)
        local m = pick(first, pinfo)
        local at, length = 0, buf:len()
        repeat
            local c = { pinfo = pinfo, root = root, len = length, depth = 0 }
            local stop = layers(c, m, buf, at, length)
            if not stop then
                pinfo.desegment_offset = at
                pinfo.desegment_len = DESEGMENT_ONE_MORE_SEGMENT
                return length
            end
            if stop == at then break end
            at = stop
        until not m.is_stream or at >= length
        return at
    end
end

local function message(name, filter, title, specification)
    M[name] = { name = name, title = title, proto = Proto(filter, specification), fields = {} }
    M[name].proto.dissector = dissector(M[name])
    return M[name]
end

local function carry(table, value, name, carrier, field)
    carried[table] = carried[table] or {}
    carried[table][value] = carried[table][value] or {}
    local entries = carried[table][value]
    entries[#entries + 1] = { name = name, carrier = carrier, field = field }
end

local registered = {}

-- Tells Wireshark what is carried under a value of one of its tables.
local function register(table, value, name, port)
    local key = table .. " " .. tostring(value)
    local siblings = registered[key]
    if not siblings then
        siblings = {}
        registered[key] = siblings
        M[name].siblings = M[name].siblings or siblings
        DissectorTable.get(table):add(value, M[name].proto)
    end
    siblings[#siblings + 1] = { name = name, port = port, value = value }
end
