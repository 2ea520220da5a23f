"""A Modbus TCP and RTU-over-TCP server of its own, written from the specification: four tables that keep what is written.

Argument: tcp or rtu. Says its port on the first line and ends when its input ends. Input registers mirror holding
registers plus one; writing holding register 9 is refused with exception 4; unit id 17.
"""
import socketserver
import struct
import sys
import threading

RTU = sys.argv[1] == "rtu"
UNIT = 17
HOLDING = [0] * 20
COILS = [0] * 20


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return struct.pack("<H", value)


def bits(values):
    packed = bytearray((len(values) + 7) // 8)
    for i, value in enumerate(values):
        packed[i // 8] |= value << (i % 8)
    return bytes(packed)


def answer(pdu):
    function = pdu[0]
    try:
        address, count = struct.unpack(">HH", pdu[1:5])
        if function in (1, 2):
            data = bits([COILS[address + i] for i in range(count)])
            return bytes([function, len(data)]) + data
        if function in (3, 4):
            values = [(HOLDING[address + i] + function - 3) & 0xFFFF for i in range(count)]
            return bytes([function, 2 * count]) + struct.pack(">%dH" % count, *values)
        if function == 5:
            COILS[address] = 1 if count == 0xFF00 else 0
            return pdu[:5]
        if function == 6:
            if address == 9:
                return bytes([0x86, 4])
            HOLDING[address] = count
            return pdu[:5]
        if function == 16:
            HOLDING[address:address + count] = struct.unpack(">%dH" % count, pdu[6:6 + 2 * count])
            return pdu[:5]
        return bytes([function | 0x80, 1])
    except IndexError:
        return bytes([function | 0x80, 2])


class Handler(socketserver.BaseRequestHandler):
    def read(self, count):
        data = b""
        while len(data) < count:
            more = self.request.recv(count - len(data))
            if not more:
                raise ConnectionError()
            data += more
        return data

    def handle(self):
        try:
            while True:
                self.rtu() if RTU else self.tcp()
        except ConnectionError:
            pass

    def tcp(self):
        transaction, protocol, length, unit = struct.unpack(">HHHB", self.read(7))
        pdu = answer(self.read(length - 1))
        if protocol == 0 and unit == UNIT:
            whole = struct.pack(">HHHB", transaction, 0, len(pdu) + 1, unit) + pdu
            for part in (whole[:3], whole[3:9], whole[9:]):
                self.request.sendall(part)

    def rtu(self):
        head = self.read(7)
        rest = self.read(head[6] + 2 if head[1] == 16 else 1)
        frame = head + rest
        if crc(frame[:-2]) == frame[-2:] and frame[0] == UNIT:
            reply = bytes([UNIT]) + answer(frame[1:-2])
            self.request.sendall(reply + crc(reply))


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
